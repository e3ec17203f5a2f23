-- What the ministry's yearly assessment of local governments asks for: five areas in 2023 and
-- 2024 (18 indicators) and in 2025 (17). The areas and the five named indicators are published;
-- the rest of the names and every weight are not, so they are a beginning to edit.
INSERT INTO assessment_indicator (id, seq, area, name, since_on, source)
SELECT x.column1, x.column1, x.column2, x.column3, '2000-01-01', x.column4
FROM (VALUES
  (1, '계획 수립', '실행계획 수립·의결', '행정안전부 종합평가 5개 항목(2023·2024). 지표 이름은 UNCONFIRMED'),
  (2, '제도 활성화 노력', '제도개선 노력', '금천구 만점 지표(2024 종합평가 보도)'),
  (3, '제도 활성화 노력', '적극행정 교육 이수', '금천구 만점 지표(2024 종합평가 보도)'),
  (4, '제도 활성화 노력', '사전컨설팅 운영', '행정안전부 종합평가 5개 항목. 지표 이름은 UNCONFIRMED'),
  (5, '이행 성과', '중점과제 추진 실적', '행정안전부 반기 점검(중점과제 진척 포함). 지표 이름은 UNCONFIRMED'),
  (6, '이행 성과', '우수공무원 선발 실적·노력', '금천구 만점 지표(2024 종합평가 보도)'),
  (7, '이행 성과', '파격적 인센티브 부여 실적', '금천구 만점 지표(2024 종합평가 보도)'),
  (8, '체감도', '주민 추천과 우수사례 확산', '행정안전부 종합평가 5개 항목. 지표 이름은 UNCONFIRMED'),
  (9, '기타', '마일리지 등 참여 제도', '행정안전부 종합평가 5개 항목(마일리지 등)')) x;
INSERT INTO assessment_measure (indicator_id, kind, item, since_on)
SELECT x.column1, x.column2, x.column3, '2000-01-01'
FROM (VALUES
  (1, 'plan', 'adopted'), (1, 'plan', 'done'), (2, 'plan', 'done'), (2, 'award', 'awarded'), (3, 'training', 'held'),
  (4, 'consult', 'answered_in_time'), (4, 'consult', 'answered_late'), (4, 'consult', 'followed_up'),
  (5, 'task', 'completed'), (5, 'task', 'met'), (6, 'eval', 'round_closed'), (6, 'eval', 'graded'), (7, 'reward', 'granted_extraordinary'),
  (8, 'nominate', 'by_resident'), (8, 'case', 'published'), (9, 'incentive', 'points_approved')) x;
