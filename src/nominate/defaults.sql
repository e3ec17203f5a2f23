-- Grounds of rejection that a new file begins with; an office adds its own and takes back
-- what it does not use (proadmin nominate ground).
INSERT INTO nomination_ground (code, name, since_on, source) VALUES
  ('kindness', '단순 친절', '2000-01-01', '상주시 2023 https://www.kbmaeil.com/article/202302020354039'),
  ('abstract', '추상적인 공적', '2000-01-01', '고용노동부 국민추천 https://moel.go.kr/participate/proactivePublic/participation.do'),
  ('late', '접수 기간 밖', '2000-01-01', '기관 공고(nominate period)'),
  ('outside_period', '공적 기간 밖', '2000-01-01', '기관 공고(nominate period)'),
  ('unverified', '실명 확인 안 됨', '2000-01-01', '고용노동부 국민추천 https://moel.go.kr/participate/proactivePublic/participation.do'),
  ('routine', '통상 업무', '2000-01-01', '공개된 근거가 없는 기본값(UNCONFIRMED)'),
  ('duplicate', '이미 추천·선발된 공적', '2000-01-01', '공개된 근거가 없는 기본값(UNCONFIRMED)'),
  ('misconduct', '징계·수사 등 결격', '2000-01-01', '공개된 근거가 없는 기본값(UNCONFIRMED)'),
  ('other', '그 밖의 사유', '2000-01-01', '기관 판단(이유를 적음)');
