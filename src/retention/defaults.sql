-- How long closed records are kept, until the office enters its own schedule.
INSERT INTO retention_rule (kind, years, since_on, source)
SELECT x.column1, x.column2, '2000-01-01', CASE x.column2
  WHEN 10 THEN '기본값(UNCONFIRMED): 2018년 기록관리기준표 예시의 ''감사수감 및 결과조치'' 10년에 준함'
  ELSE '기본값(UNCONFIRMED): 기관의 기록관리기준표로 확인해야 함' END
FROM (VALUES
  ('consult', 10), ('exemption', 10), ('eval', 10), ('nominate', 10), ('reward', 10),
  ('task', 5), ('plan', 5), ('training', 5), ('award', 5), ('incentive', 5), ('case', 5), ('passive', 5), ('legal', 5)) x;
