-- What implementation plans begin with: templates of areas, the day by which a plan is to be
-- adopted, the kinds of records that plans speak of. The Korean headings of 2020 follow the
-- article, those since 2022 what three governments published.
INSERT INTO plan_template (code, seq, name, name_en, since_on, source)
SELECT 'dongjak-2020', x.column1, x.column2, x.column3, '2000-01-01',
  '동작구 2020년 적극행정 실행계획(4개 분야 11개 과제, 아시아경제 2020). 과제 이름은 공개되지 않음'
FROM (VALUES
  (1, '적극행정 제도 개선', 'System improvement'),
  (2, '적극행정 보호·지원', 'Protection and support'),
  (3, '적극행정 우수공무원 선발', 'Selection of outstanding officials'),
  (4, '소극행정 혁파', 'Eradication of passive administration')) x;
INSERT INTO plan_template (code, seq, name, name_en, since_on, source)
SELECT 'standard-2022', x.column1, x.column2, x.column3, '2000-01-01',
  '2022년 이후 공통 분야: 군위 2022(5개 분야 12개 과제), 경주 2024(15개 과제), 고령 2024(16개 전략)'
FROM (VALUES
  (1, '기관장이 선도하는 적극행정 문화 조성', 'Culture led by the head of the government'),
  (2, '적극행정 공무원 우대 강화', 'Better treatment of proactive officials'),
  (3, '적극행정 보호·지원 확대', 'More protection and support'),
  (4, '소극행정 예방 및 혁파', 'Prevention and eradication of passive administration'),
  (5, '참여와 소통 강화', 'Participation and communication')) x;
INSERT INTO plan_due (from_year, month_day, since_on, source) VALUES
  (2010, '03-31', '2000-01-01', '법정 기한은 확인되지 않음(UNCONFIRMED). 공개 사례: 동작·고흥 2020년 2~3월, 은평 2025-03-19, 군위 2022-05-27');
INSERT INTO plan_evidence_kind (kind, since_on)
SELECT x.column1, '2000-01-01'
FROM (VALUES ('consult'), ('training'), ('award'), ('eval'), ('reward'), ('case'), ('passive'), ('legal')) x;
