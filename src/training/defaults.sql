-- In which months an office owes a training, until it says otherwise. No rule fixes them; one
-- district published its plan.
INSERT INTO training_schedule (id, from_year, title, set_on, source) VALUES
  (1, 2010, '적극행정 정기교육', '2000-01-01', '동작구 2020년 적극행정 실행계획(전 직원 교육 연 2회, 3월·9월)');
INSERT INTO training_schedule_month (schedule_id, month, set_on) VALUES (1, '03', '2000-01-01'), (1, '09', '2000-01-01');
