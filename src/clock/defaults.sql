INSERT INTO clock_use (kind, rule_id, since_on, source)
SELECT v.kind, r.id, '2000-01-01', v.source
FROM (
  SELECT 1 AS seq, 'consult' AS kind, 'civil-30' AS rule, '동작구 2020 사전컨설팅(30일 이내 의견서)' AS source
  UNION ALL SELECT 2, 'grievance', 'petition-7', '민원 처리에 관한 법률 시행령 제17조'
  UNION ALL SELECT 3, 'question', 'petition-7', '민원 처리에 관한 법률 시행령 제14조'
  UNION ALL SELECT 4, 'legal_question', 'petition-14', '민원 처리에 관한 법률 시행령 제14조'
  UNION ALL SELECT 5, 'suggestion', 'petition-14', '민원 처리에 관한 법률 시행령 제15조'
) v
JOIN clock_rule r ON r.code = v.rule
ORDER BY v.seq;
