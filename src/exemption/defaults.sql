-- Since when the committee's opinion covers what, and how long after an audit a request may be
-- made, until the office says otherwise.
INSERT INTO exemption_scope (covers, from_on, needs_submission, needs_no_objection, source) VALUES
  ('own', '2019-08-06', 0, 0, '지방공무원 적극행정 운영규정(2019-08-06 제정) 제15조'),
  ('joint', '2022-02-15', 0, 0, '정부합동감사로 확대(2022-02-15 보도, 시행일은 확인 필요)'),
  ('bai', '2025-12-23', 1, 1, '지방공무원 적극행정 운영규정(2025-12-23 개정). 반대가 없을 것은 중앙 개정안(2025-09)'),
  ('disaster', '2025-12-23', 0, 0, '지방공무원 적극행정 운영규정(2025-12-23 개정)');
INSERT INTO exemption_limit (stage, days, unit, since_on, source) VALUES
  ('audit', 30, 'calendar', '2010-01-01', '구로구 예(감사 종료 후 30일 이내), 민법의 기간 계산'),
  ('discipline', NULL, 'calendar', '2010-01-01', '기한을 정한 근거 없음(징계 의결 전)');
