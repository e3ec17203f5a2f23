-- What rounds of model failures and of departments may begin with. The criteria of a failure
-- drop what judges the result and add the lesson and the effort; what is counted of departments
-- follows the article. No source fixes the points of either: they are the office's to change.
INSERT INTO rubric_criterion (rubric, seq, name, max, outcome, since_on, source)
SELECT 'model_failure', x.column1, x.column2, x.column3, 0, '2000-01-01',
  '항목은 2019년 아름다운 도전상의 취지(결과 제외, 시사점과 극복 노력 추가), 배점은 공개된 근거가 없는 기본값(UNCONFIRMED)'
FROM (VALUES
  (1, '적극성', 2000),
  (2, '창의성·전문성', 2000),
  (3, '중요도·난이도', 2000),
  (4, '극복 노력', 2000),
  (5, '시사점', 2000)) x;
INSERT INTO rubric_criterion (rubric, seq, name, max, outcome, indicator, unit, unit_points, since_on, source)
SELECT 'department', x.column1, x.column2, x.column3, 0, x.column4, x.column5, x.column6, '2000-01-01',
  '노원구 2024: 과제 발굴, 전 직원 교육, 사전컨설팅 신청. 배점은 공개된 근거가 없는 기본값(UNCONFIRMED)'
FROM (VALUES
  (1, '과제 발굴', 3000, 'task_proposed', '건', 500),
  (2, '목표 달성 과제', 2000, 'task_met', '건', 1000),
  (3, '교육 참석', 3000, 'training_attended', '명', 100),
  (4, '사전컨설팅 신청', 2000, 'consult_filed', '건', 400)) x;
