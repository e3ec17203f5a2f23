-- Schemes that a new file begins with. What other governments published is a template; the
-- points of single items are not published anywhere and are marked so.
INSERT INTO incentive_scheme (id, code, name, year_max, month_max, month_count, task_once, grade_from, won, redeem_step, since_on, source) VALUES
  (1, 'basic', '기본', 2000, NULL, NULL, 1, NULL, NULL, NULL, '2000-01-01',
   '한도는 신안군 2026, 같은 과제 한 번은 안성시 2026을 따름. 항목별 점수는 공개된 근거가 없는 기본값(UNCONFIRMED)'),
  (2, 'sinan', '신안군 2026', 2000, NULL, NULL, 0, NULL, 10000, NULL, '2000-01-01',
   '1점 1만원, 1인 연 20만원: https://go.seoul.co.kr/news/newsView.php?id=20260226500188'),
  (3, 'anseong', '안성시 2026', NULL, NULL, 2, 1, NULL, 5000, 200, '2000-01-01',
   '2점 1만원, 월 2회, 같은 과제는 최고점 한 번: http://www.minan21c.com/news/article.html?no=23983'),
  (4, 'jungnang', '중랑구 2026', NULL, NULL, NULL, 0, NULL, NULL, 1000, '2000-01-01',
   '목표 설정 신설, 협업 2점에서 7점, 10점이면 특별휴가 또는 지역화폐: https://biz.heraldcorp.com/article/10693824');
INSERT INTO incentive_rule (scheme_id, event, points, active, set_on, source)
  SELECT s.id, r.event, r.points, 1, '2000-01-01', r.source
  FROM incentive_scheme s
  JOIN (
    SELECT 'basic' AS scheme, 1 AS no, 'consult_filed' AS event, 200 AS points, '항목은 신안군 2026, 점수는 기본값(UNCONFIRMED)' AS source
    UNION ALL SELECT 'basic', 2, 'task_completed', 500, '기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 3, 'milestone_done', 100, '기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 4, 'nomination_accepted', 200, '항목은 신안군 2026, 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 5, 'selected', 500, '기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 6, 'training_attended', 100, '기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 7, 'case_submitted', 200, '항목은 신안군 2026, 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 8, 'deregulation', 200, '항목은 신안군 2026, 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 9, 'promotion', 100, '항목은 신안군 2026, 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'basic', 10, 'collaboration', 200, '항목은 신안군 2026, 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'sinan', 1, 'case_submitted', 100, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'sinan', 2, 'deregulation', 100, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'sinan', 3, 'consult_filed', 100, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'sinan', 4, 'promotion', 100, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'sinan', 5, 'nomination_accepted', 100, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'sinan', 6, 'collaboration', 100, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'anseong', 1, 'consult_filed', 200, '항목과 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'anseong', 2, 'case_submitted', 200, '항목과 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'anseong', 3, 'task_completed', 400, '항목과 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'anseong', 4, 'selected', 400, '항목과 점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'jungnang', 1, 'goal_setting', 200, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'jungnang', 2, 'collaboration', 700, '협업 2점에서 7점'
    UNION ALL SELECT 'jungnang', 3, 'consult_filed', 200, '점수는 기본값(UNCONFIRMED)'
    UNION ALL SELECT 'jungnang', 4, 'task_completed', 500, '점수는 기본값(UNCONFIRMED)'
  ) r ON r.scheme = s.code
  ORDER BY s.id, r.no;
INSERT INTO incentive_use (scheme_id, year, used_on) VALUES (1, 2000, '2000-01-01');
