-- The twelve measures that governments published, and the six a new office begins with. What no
-- source fixes (which are extraordinary, which need a check, the last three of the six) is the
-- office's to change.
INSERT INTO measure (code, name, name_en, extraordinary, needs_check, since_on, source)
SELECT x.column1, x.column2, x.column3, x.column4, x.column5, '2000-01-01', x.column6
FROM (VALUES
  ('SPECIAL_PROMOTION', '특별승진', 'Special promotion', 1, 1, '정부 영문 안내(원자력안전위원회), 중앙 2020년 36명'),
  ('SPECIAL_STEP', '특별승급', 'Special step raise', 1, 1, '중앙 2020년 57명, 동작구 2025년(6급 이하, 재직 1년 이상)'),
  ('TOP_BONUS', '성과상여금 최고등급', 'Top performance-pay grade', 1, 1, '노원구 2024(성과상여금), 중앙 2020년 121명'),
  ('RATING_POINTS', '근무성적평정 가점', 'Extra points in the performance rating', 1, 1, '지방 2020년 450명, 행정안전부 2024'),
  ('PREFERRED_POST', '희망부서 전보', 'Transfer to a desired department', 0, 1, '노원구 2024(전보), 정부 영문 안내(원자력안전위원회)'),
  ('TRAINING', '교육훈련(국외연수) 우선선발', 'Priority for training abroad', 1, 1, '정부 영문 안내(원자력안전위원회), 중앙 2020년 6명'),
  ('LEAVE', '포상(특별)휴가', 'Special leave', 0, 0, '정부 영문 안내(원자력안전위원회), 용산구 2020'),
  ('COMMENDATION', '표창', 'Commendation', 0, 0, '노원구 2024(표창), 용산구 2020'),
  ('PRIZE', '포상금·부상', 'Prize money', 0, 0, '동작구 2025'),
  ('DAEU_SHORTEN', '대우공무원 선발 근무기간 단축', 'Shorter term to senior status', 0, 1, '행정안전부 2020'),
  ('TENURE_SHORTEN', '근속승진기간 단축', 'Shorter term to promotion by tenure', 0, 1, '종로구 2025'),
  ('FACILITY', '휴양소 우선배정', 'Priority for rest facilities', 0, 0, '용산구 2020')) x;
INSERT INTO measure_term (measure_id, from_year, offered, set_on, source)
SELECT m.id, 2010, 1, '2000-01-01',
  '노원구 2024: 표창·성과상여금·전보 등 6종. 공개된 셋에 정부 영문 안내의 셋을 더한 기본값(UNCONFIRMED)'
FROM measure m
WHERE m.code IN ('SPECIAL_PROMOTION', 'TOP_BONUS', 'PREFERRED_POST', 'TRAINING', 'LEAVE', 'COMMENDATION') ORDER BY m.id;
INSERT INTO reward_rule (from_year, choose_lead, choose_other, extraordinary_percent, set_on, source) VALUES
  (2010, 2, 1, 50, '2000-01-01', '노원구 2024(중점과제 주담당자는 6종 중 2종), 중앙 2020년(선발자의 50% 이상 파격적 우대). 그 밖의 사람 1종은 기본값(UNCONFIRMED)');
