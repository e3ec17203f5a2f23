-- The most that one application may be given, until the office says otherwise.
INSERT INTO legal_cap (stage, instance, amount, since_on, source) VALUES
  ('discipline', NULL, 2000000, '2010-01-01', '행정안전부 소송지원 표준지침(2020)'),
  ('criminal', NULL, 5000000, '2010-01-01', '행정안전부 소송지원 표준지침(2020)'),
  ('civil', 1, 5000000, '2010-01-01', '2026년 교육청 예(심급별 500만 원). 표준지침은 변호사보수의 소송비용 산입에 관한 규칙의 범위 안'),
  ('civil', 2, 5000000, '2010-01-01', '2026년 교육청 예(심급별 500만 원). 표준지침은 변호사보수의 소송비용 산입에 관한 규칙의 범위 안'),
  ('civil', 3, 5000000, '2010-01-01', '2026년 교육청 예(심급별 500만 원). 표준지침은 변호사보수의 소송비용 산입에 관한 규칙의 범위 안');
