-- proadmin: the facts of a year of proactive administration, and the answers over them.
--
-- Facts are tables, answers are views. Dates are TEXT YYYY-MM-DD, points are hundredths, money
-- is won, flags are 1 and 0. A column that ends in _on is a day on which something happened
-- (the first required one is the day the row itself happened); due and start are plans.
-- Views are portable SQL; the comments over a view and beside its columns are its
-- documentation (proadmin query --views), English | Korean.
-- What takes work to find out (a due day, an overdue milestone) is joined, not selected, so that
-- it is worked out once a row however often it is read. Views keep to SQL that older shells read.

------------------------------------------------------------------------------------------
-- Ground: bare days, the journal, personal values, attachments, repeated requests
------------------------------------------------------------------------------------------

-- Every day from 2000 to 2099. weekdays counts Mondays to Fridays so far, so that working
-- days between two dates are a subtraction less the holidays between them.
-- | 2000년부터 2099년까지의 날. weekdays 는 그날까지의 평일 수여서, 두 날 사이의 근무일은 그 차에서 사이의 공휴일을 뺀 것
CREATE TABLE day (
  no INTEGER PRIMARY KEY,
  date TEXT NOT NULL UNIQUE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  weekdays INTEGER NOT NULL
) STRICT;
-- What goes year by year.
CREATE INDEX day_of_new_year ON day (date) WHERE substr(date, 5) = '-01-01';

-- One write: who, when, what and why, chained to the write before it. | 기록 한 건: 누가, 언제, 무엇을, 왜. 앞 기록과 해시로 이어짐
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  os_user TEXT NOT NULL,
  command TEXT NOT NULL,
  reason TEXT,
  doc_no TEXT,
  request_id TEXT,
  today TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
-- A repeated request is found again.
CREATE UNIQUE INDEX entry_by_request ON entry (request_id) WHERE request_id IS NOT NULL;

-- A row as a write left it, whole; null when the row is gone. | 기록이 남긴 행의 전체 내용. 행이 없어졌으면 비어 있음
CREATE TABLE change (
  tbl TEXT NOT NULL,
  pk INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  row TEXT,
  PRIMARY KEY (tbl, pk, entry)
) STRICT, WITHOUT ROWID;
-- What one entry changed: for its hash and for the log.
CREATE INDEX change_of_entry ON change (entry, tbl, pk);

-- Names of residents, reporters, petitioners and raters. The journal knows the commitment
-- only, so a value can be erased and the chain stays whole. | 주민, 제보자, 민원인, 심사위원의 이름. 기록에는 약속값만 남음
CREATE TABLE private (
  id INTEGER PRIMARY KEY,
  salt TEXT,
  value TEXT,
  commitment TEXT NOT NULL
) STRICT;

-- The bytes of attached documents, once each, under their hash: a number of their own would be one
-- that nothing vouches for. | 붙임 파일의 내용(같은 것은 한 번만)
CREATE TABLE blob (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What a repeated request is compared with: a salted digest of its arguments. | 되풀이된 요청을 견주는 값(인자의 해시)
CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  request_id TEXT NOT NULL UNIQUE,
  salt TEXT NOT NULL,
  digest TEXT NOT NULL
) STRICT;

-- The last number given out for a kind of record in a year. Numbers never go back, so a
-- code names one record for ever. | 종류와 연도마다 마지막으로 준 번호. 되돌아가지 않음
CREATE TABLE code_counter (
  id INTEGER PRIMARY KEY,
  prefix TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  since_on TEXT NOT NULL,
  UNIQUE (prefix, year)
) STRICT;

-- Today in Seoul | 서울의 오늘
CREATE VIEW today AS SELECT
  date('now', '+9 hours') AS date; -- the day that answers are given for | 답의 기준이 되는 날

------------------------------------------------------------------------------------------
-- Calendar
------------------------------------------------------------------------------------------

-- Public holidays by rule, elections and ad-hoc days by announcement, and the office's own.
-- | 공휴일: 법으로 정한 날, 공고된 선거일과 임시공휴일, 기관이 정한 날
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  date TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('regular', 'substitute', 'election', 'temporary', 'office')),
  announced_on TEXT NOT NULL,
  source TEXT,
  void_reason TEXT
) STRICT;
-- Whether a day is a holiday, asked for every day a clock counts.
CREATE INDEX holiday_by_date ON holiday (date);

-- Working days: neither Saturday, Sunday nor holiday | 근무일: 토·일요일과 공휴일이 아닌 날
CREATE VIEW working_day AS SELECT
  d.no AS no, -- number of the day | 날짜 번호
  d.date AS date -- the day | 날짜
FROM day d
WHERE d.weekday < 6
  AND NOT EXISTS (SELECT 1 FROM holiday h WHERE h.date = d.date AND h.void_reason IS NULL);

-- The calendar of holidays | 공휴일 달력
CREATE VIEW calendar AS SELECT
  h.date AS date, -- the day | 날짜
  d.weekday AS weekday, -- 1 Monday to 7 Sunday | 1 월요일 … 7 일요일
  h.name AS name, -- its name | 이름
  h.kind AS kind, -- regular substitute election temporary office | 종류(정기 대체 선거 임시 기관): regular substitute election temporary office
  h.announced_on AS announced_on, -- when it became known | 공고일
  h.source AS source -- where that is written | 근거
FROM holiday h JOIN day d ON d.date = h.date
WHERE h.void_reason IS NULL;

-- Days off in a year, each day counted once | 연도별 휴일 수(겹치는 날은 한 번)
CREATE VIEW calendar_year AS SELECT
  CAST(substr(d.date, 1, 4) AS INTEGER) AS year, -- the year | 연도
  CAST(sum(CASE WHEN d.weekday = 7 OR h.date IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS red_days, -- Sundays and holidays | 관공서 휴일(일요일·공휴일)
  CAST(sum(CASE WHEN d.weekday >= 6 OR h.date IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS days_off -- and Saturdays | 토요일 포함
FROM day d
LEFT JOIN (SELECT x.date FROM holiday x WHERE x.void_reason IS NULL AND x.kind <> 'office' GROUP BY x.date) h ON h.date = d.date
WHERE d.date >= '2010-01-01' AND d.date < '2061-01-01'
GROUP BY CAST(substr(d.date, 1, 4) AS INTEGER);

-- How a legal clock counts. What an office's own regulation says is a row here. | 법정 기한을 세는 규칙. 기관의 규정은 여기에 한 줄로 둠
CREATE TABLE clock_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3650),
  unit TEXT NOT NULL CHECK (unit IN ('calendar', 'working')),
  counts_first_day INTEGER NOT NULL CHECK (counts_first_day IN (0, 1)),
  extension_max INTEGER NOT NULL CHECK (extension_max >= 0),
  supplement_pauses INTEGER NOT NULL CHECK (supplement_pauses IN (0, 1)),
  supplement_max INTEGER CHECK (supplement_max >= 0),
  referral_pauses INTEGER NOT NULL CHECK (referral_pauses IN (0, 1)),
  since_on TEXT NOT NULL,
  ended_on TEXT,
  ended_reason TEXT,
  source TEXT
) STRICT;

-- Which counting rule is used for what, by the day of receipt; the latest that has begun holds.
-- | 어디에 어떤 규칙을 쓰는지(접수일 기준, 나중에 시작한 것이 유효함)
CREATE TABLE clock_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('consult', 'grievance', 'question', 'legal_question', 'suggestion')),
  rule_id INTEGER NOT NULL REFERENCES clock_rule (id),
  since_on TEXT NOT NULL,
  source TEXT
) STRICT;

------------------------------------------------------------------------------------------
-- Office: the organisation, its departments and its staff
------------------------------------------------------------------------------------------

-- The office | 기관
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  since_on TEXT NOT NULL
) STRICT;

-- Departments | 부서
CREATE TABLE department (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  since_on TEXT NOT NULL,
  merged_on TEXT,
  merged_into INTEGER REFERENCES department (id),
  void_reason TEXT
) STRICT;
-- A department typed by its name.
CREATE INDEX department_by_name ON department (name);

-- Names that departments had | 부서 이름의 변경
CREATE TABLE department_rename (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  department_id INTEGER NOT NULL REFERENCES department (id),
  renamed_on TEXT NOT NULL,
  old_name TEXT NOT NULL,
  new_name TEXT NOT NULL
) STRICT;
-- The earlier names of one department.
CREATE INDEX department_rename_of ON department_rename (department_id);

-- Members of staff | 직원
CREATE TABLE staff (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id),
  grade INTEGER CHECK (grade BETWEEN 1 AND 9),
  since_on TEXT NOT NULL,
  left_on TEXT,
  left_reason TEXT,
  void_reason TEXT
) STRICT;
-- A person typed by name.
CREATE INDEX staff_by_name ON staff (name);

-- Transfers between departments | 직원의 전보
CREATE TABLE staff_transfer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  moved_on TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id)
) STRICT;
-- Where a person was last moved to.
CREATE INDEX staff_transfer_of ON staff_transfer (staff_id, moved_on);

-- Names of departments, as they are now whatever day is asked for | 부서 이름(어느 날로 보든 지금 이름)
CREATE VIEW department_name AS SELECT
  d.id AS id, -- internal number | 내부 번호
  d.code AS code, -- D-NN, permanent | 부서 번호(고정)
  d.name AS name -- the name now | 현재 이름
FROM department d;

-- Into which departments each was merged, one after the other | 부서가 통합되어 간 곳(거듭 통합되면 차례로)
CREATE VIEW department_heir AS
WITH RECURSIVE heir (department_id, heir_id, since_on, steps) AS (
  SELECT d.id, d.merged_into, d.merged_on, 1 FROM department d WHERE d.merged_into IS NOT NULL AND d.void_reason IS NULL
  UNION SELECT h.department_id, d.merged_into, d.merged_on, h.steps + 1
  -- What was merged before it took another in did not take that along; nor does a file end in a circle.
  FROM heir h JOIN department d ON d.id = h.heir_id AND d.merged_into IS NOT NULL AND d.void_reason IS NULL AND d.merged_on >= h.since_on
  WHERE h.steps < 50
)
SELECT
  h.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  h.heir_id AS heir_id, -- internal number of the one it was merged into | 통합된 부서의 내부 번호
  h.since_on AS since_on, -- since when | 통합일
  h.steps AS steps -- 1 for the first merger, 2 for that of the one it was merged into | 몇 번째 통합
FROM heir h;

-- Earlier names of departments, whatever day is asked for | 부서의 예전 이름(어느 날로 보든)
CREATE VIEW department_rename_name AS SELECT
  n.id AS id, -- internal number of the department | 부서 내부 번호
  n.code AS code, -- D-NN, permanent | 부서 번호(고정)
  r.old_name AS name, -- a name it once had | 예전 이름
  r.old_name || ' → ' || n.name AS renamed -- that name and the name now | 예전 이름과 지금 이름
FROM department_rename r JOIN department_name n ON n.id = r.department_id
WHERE r.old_name <> n.name;

-- Names of staff, as they are now whatever day is asked for | 직원 이름(어느 날로 보든 지금 이름)
CREATE VIEW staff_name AS SELECT
  s.id AS id, -- internal number | 내부 번호
  s.code AS code, -- S-NNNN, permanent | 직원 번호(고정)
  s.name AS name -- name | 이름
FROM staff s;

-- Departments as they stand | 부서 현황
CREATE VIEW department_status AS SELECT
  d.id AS id, -- internal number | 내부 번호
  d.code AS code, -- D-NN, permanent | 부서 번호(고정)
  d.name AS name, -- the name now | 현재 이름
  -- One that was entered without a day has been there since the calendar begins, which is no fact.
  CASE WHEN d.since_on > '2010-01-01' THEN d.since_on END AS since_on, -- when it was set up; none where nobody said | 설치일(적지 않았으면 없음)
  d.merged_on AS merged_on, -- when it was merged away | 통합일
  m.name AS merged_into, -- the department that took it over | 통합된 부서
  CASE WHEN d.void_reason IS NOT NULL THEN 'void' WHEN d.merged_on IS NOT NULL THEN 'merged' ELSE 'active' END
    AS state -- active, merged, void | 운영, 통합, 무효: active merged void
FROM department d LEFT JOIN department m ON m.id = d.merged_into;

-- Staff as they stand | 직원 현황
CREATE VIEW staff_status AS SELECT
  s.id AS id, -- internal number | 내부 번호
  s.code AS code, -- S-NNNN, permanent | 직원 번호(고정)
  s.name AS name, -- name | 이름
  (SELECT d.name FROM department_name d WHERE d.id = coalesce(t.department_id, s.department_id)) AS department, -- department now | 현재 부서
  coalesce(t.department_id, s.department_id) AS department_id, -- its internal number | 부서 내부 번호
  s.grade AS grade, -- grade 1 to 9 | 직급(1~9급)
  CASE WHEN s.since_on > '2010-01-01' THEN s.since_on END AS since_on, -- first day; none where nobody said | 임용(전입)일(적지 않았으면 없음)
  s.left_on AS left_on, -- last day | 퇴직(전출)일
  CASE WHEN s.void_reason IS NOT NULL THEN 'void' WHEN s.left_on IS NOT NULL THEN 'left' ELSE 'active' END
    AS state -- active, left, void | 재직, 전출·퇴직, 무효: active left void
FROM staff s
LEFT JOIN staff_transfer t ON t.id =
  (SELECT x.id FROM staff_transfer x WHERE x.staff_id = s.id ORDER BY x.moved_on DESC, x.id DESC LIMIT 1);

------------------------------------------------------------------------------------------
-- Key tasks, their milestones and their progress
------------------------------------------------------------------------------------------

-- Key tasks | 중점과제
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id),
  lead_id INTEGER REFERENCES staff (id),
  deputy_id INTEGER REFERENCES staff (id),
  category TEXT,
  background TEXT,
  content TEXT,
  expected_effect TEXT,
  budget INTEGER CHECK (budget >= 0),
  indicator TEXT,
  indicator_unit TEXT,
  indicator_target INTEGER,
  reporting_cycle TEXT NOT NULL DEFAULT 'monthly' CHECK (reporting_cycle IN ('monthly', 'quarterly')),
  start TEXT,
  due TEXT,
  origin_id INTEGER REFERENCES task (id),
  proposed_on TEXT NOT NULL,
  selected_on TEXT,
  selected_reason TEXT,
  closed_on TEXT,
  closed_as TEXT CHECK (closed_as IN ('completed', 'stopped', 'carried')),
  closed_no INTEGER,
  closed_outcome TEXT CHECK (closed_outcome IN ('met', 'missed')),
  closed_actual INTEGER,
  closed_reason TEXT,
  void_reason TEXT,
  CHECK ((closed_on IS NULL) = (closed_as IS NULL)),
  CHECK (start IS NULL OR due IS NULL OR start <= due)
) STRICT;
-- What a task goes on as.
CREATE INDEX task_origin ON task (origin_id) WHERE origin_id IS NOT NULL;
-- Lists go by year and number.
CREATE UNIQUE INDEX task_by_year ON task (year DESC, seq);
-- The open tasks by due day, at any size of file.
CREATE INDEX task_open ON task (due) WHERE closed_on IS NULL;
-- What was due by a day, for dated lists.
CREATE INDEX task_by_due ON task (due);
-- How many a list leaves out because they are void.
CREATE INDEX task_void ON task (id) WHERE void_reason IS NOT NULL;
-- A department's tasks, and the natural key of an imported row.
CREATE INDEX task_of_department ON task (department_id, year, title);

-- Who leads a task from a day on, where it was handed over; whom the task itself names led it first.
-- | 과제를 넘겨받은 주담당자와 그날(과제에 적힌 사람이 첫 주담당자)
CREATE TABLE task_lead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES task (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  led_on TEXT NOT NULL
) STRICT;
-- Who led a task on a day.
CREATE INDEX task_lead_of ON task_lead (task_id, led_on);

-- What happened to a task besides its selection and its first closing. | 과제의 경과(선정과 첫 종결은 과제에 있음)
CREATE TABLE task_act (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id),
  no INTEGER NOT NULL,
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('suspended', 'resumed', 'reopened', 'completed', 'stopped', 'carried')),
  outcome TEXT CHECK (outcome IN ('met', 'missed')),
  actual INTEGER,
  reason TEXT,
  void_reason TEXT
) STRICT;
-- The last act of a task.
CREATE INDEX task_act_of ON task_act (task_id, acted_on);
-- Tasks that were closed once and may be open again.
CREATE INDEX task_reopened ON task_act (task_id) WHERE kind = 'reopened';

-- Milestones of key tasks | 중점과제의 추진일정
CREATE TABLE milestone (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id),
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  due TEXT NOT NULL,
  set_on TEXT NOT NULL,
  done_on TEXT,
  done_note TEXT,
  void_reason TEXT,
  UNIQUE (task_id, seq)
) STRICT;

-- Milestones that were put off | 추진일정의 연기
CREATE TABLE milestone_slip (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  milestone_id INTEGER NOT NULL REFERENCES milestone (id),
  slipped_on TEXT NOT NULL,
  old_due TEXT NOT NULL,
  new_due TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
-- How often a milestone slipped.
CREATE INDEX milestone_slip_of ON milestone_slip (milestone_id);

-- Progress as reported | 진척 보고
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  task_id INTEGER NOT NULL REFERENCES task (id),
  reported_on TEXT NOT NULL,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
  note TEXT,
  void_reason TEXT
) STRICT;
-- A day has one report of a task, and the last one is found at once.
CREATE UNIQUE INDEX progress_of_day ON progress (task_id, reported_on) WHERE void_reason IS NULL;

-- Tasks that are or may again be open; a list of open ones starts here | 열려 있을 수 있는 과제
CREATE VIEW task_live AS
SELECT t.id AS id -- internal number | 내부 번호
FROM task t WHERE t.closed_on IS NULL
UNION ALL
SELECT a.task_id AS id FROM task_act a WHERE a.kind = 'reopened' AND a.void_reason IS NULL GROUP BY a.task_id;

-- Key tasks as they stand today, void ones too | 오늘 현재의 중점과제(무효도 포함: state <> 'void' 로 뺌)
CREATE VIEW task_status AS SELECT
  x.id AS id, -- internal number | 내부 번호
  x.code AS code, -- KT-YYYY-NN, permanent | 과제 번호(고정)
  x.title AS title, -- title | 과제명
  x.year AS year, -- year of the plan | 연도
  x.seq AS seq, -- number within the year | 연번
  x.department AS department, -- owning department | 주관부서
  x.department_id AS department_id, -- its internal number | 부서 내부 번호
  (SELECT s.name FROM staff_name s WHERE s.id = x.lead_id) AS lead, -- main person in charge | 주담당자
  x.lead_id AS lead_id, -- internal number | 주담당자 내부 번호
  x.state AS state, -- candidate planned on_track delayed suspended completed stopped carried void | 상태: candidate planned on_track delayed suspended completed stopped carried void
  x.percent AS percent, -- last reported progress | 진척률(최근 보고)
  x.last_on AS last_on, -- day of that report | 최근 보고일
  (SELECT count(*) FROM milestone m WHERE m.task_id = x.id AND m.void_reason IS NULL AND m.done_on IS NOT NULL)
    AS milestones_done, -- milestones reached | 달성한 추진일정
  (SELECT count(*) FROM milestone m WHERE m.task_id = x.id AND m.void_reason IS NULL)
    AS milestones_total, -- milestones in all | 추진일정 수
  x.start AS start, -- planned start | 시작 예정일
  x.due AS due, -- planned end | 완료 예정일
  CASE WHEN x.state IN ('candidate', 'planned', 'on_track', 'delayed', 'suspended') THEN x.due_in END
    AS days_left, -- days to the planned end, negative when late | 남은 일수(지나면 음수)
  CASE WHEN x.state = 'delayed' THEN 1 ELSE 0 END AS delayed, -- whether it is late | 지연 여부
  x.proposed_on AS proposed_on, -- since when it is a candidate | 제안일
  x.selected_on AS selected_on, -- when it was selected | 선정일
  x.closed_on AS closed_on, -- when it was closed | 종결일
  x.outcome AS outcome, -- met or missed | 목표 달성 여부: met missed
  x.category AS category, -- field | 분야
  x.budget AS budget, -- won | 예산(원)
  x.indicator AS indicator, -- performance indicator | 성과지표
  x.indicator_unit AS indicator_unit, -- its unit | 지표 단위
  x.indicator_target AS indicator_target, -- target, hundredths | 목표값 (100분의 1 단위)
  x.indicator_actual AS indicator_actual, -- reached, hundredths | 실적값 (100분의 1 단위)
  x.reporting_cycle AS reporting_cycle, -- monthly or quarterly | 보고 주기: monthly quarterly
  x.origin AS origin -- the task it was carried over from | 이월 전 과제
FROM (
  SELECT t.id, t.code, t.title, t.year, t.seq, (SELECT d.name FROM department_name d WHERE d.id = t.department_id) AS department, t.department_id,
    coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id) AS lead_id,
    p.percent, p.reported_on AS last_on, t.start, t.due, u.no - y.no AS due_in,
    t.proposed_on, t.selected_on, t.category, t.budget, t.indicator, t.indicator_unit, t.indicator_target,
    t.reporting_cycle, o.code AS origin,
    CASE WHEN r.id IS NULL THEN t.closed_on WHEN a.kind IN ('completed', 'stopped', 'carried') THEN a.acted_on END AS closed_on,
    CASE WHEN r.id IS NULL THEN t.closed_outcome WHEN a.kind = 'completed' THEN a.outcome END AS outcome,
    CASE WHEN r.id IS NULL THEN t.closed_actual WHEN a.kind = 'completed' THEN a.actual END AS indicator_actual,
    CASE
      WHEN t.void_reason IS NOT NULL THEN 'void'
      WHEN t.closed_on IS NOT NULL AND r.id IS NULL THEN t.closed_as
      WHEN a.kind IN ('suspended', 'completed', 'stopped', 'carried') THEN a.kind
      WHEN t.selected_on IS NULL THEN 'candidate'
      WHEN t.start > n.date THEN 'planned'
      WHEN t.due < n.date THEN 'delayed'
      WHEN m.id IS NOT NULL THEN 'delayed'
      ELSE 'on_track'
    END AS state
  FROM task t
  CROSS JOIN today n
  JOIN day y ON y.date = n.date
  LEFT JOIN day u ON u.date = t.due
  LEFT JOIN task o ON o.id = t.origin_id
  LEFT JOIN progress p ON p.id =
    (SELECT q.id FROM progress q WHERE q.task_id = t.id AND q.void_reason IS NULL ORDER BY q.reported_on DESC LIMIT 1)
  LEFT JOIN task_act a ON a.id =
    (SELECT b.id FROM task_act b WHERE b.task_id = t.id AND b.void_reason IS NULL ORDER BY b.acted_on DESC, b.id DESC LIMIT 1)
  LEFT JOIN task_act r ON r.id =
    (SELECT c.id FROM task_act c WHERE c.task_id = t.id AND c.kind = 'reopened' AND c.void_reason IS NULL LIMIT 1)
  LEFT JOIN milestone m ON m.id = (SELECT e.id FROM milestone e
    WHERE e.task_id = t.id AND e.done_on IS NULL AND e.void_reason IS NULL AND e.due < n.date LIMIT 1)
) x;

-- What happened to a task, in order | 과제의 경과
CREATE VIEW task_history AS
SELECT
  t.code AS task, -- the task's code | 과제 번호
  t.proposed_on AS "on", -- the day | 날짜
  CAST(NULL AS BIGINT) AS no, -- number that names it for a correction; the selection is always 1 | 정정할 때 부르는 번호(선정은 늘 1)
  'proposed' AS act, -- what happened | 있었던 일
  NULL AS outcome, -- met or missed | 목표 달성 여부: met missed
  NULL AS reason, -- why | 사유
  0 AS step, -- order within a day | 같은 날의 순서
  0 AS id, -- order of recording | 기록 순서
  t.id AS task_id -- internal number | 과제 내부 번호
FROM task t
UNION ALL SELECT t.code, t.selected_on, 1, 'selected', NULL, t.selected_reason, 1, 0, t.id FROM task t WHERE t.selected_on IS NOT NULL
UNION ALL SELECT t.code, t.closed_on, t.closed_no, t.closed_as, t.closed_outcome, t.closed_reason,
  CASE WHEN EXISTS (SELECT 1 FROM task_act r WHERE r.task_id = t.id AND r.kind = 'reopened' AND r.void_reason IS NULL) THEN 3 ELSE 5 END,
  0, t.id
FROM task t WHERE t.closed_on IS NOT NULL
UNION ALL SELECT t.code, a.acted_on, a.no, a.kind, a.outcome, a.reason,
  CASE WHEN a.id >= (SELECT min(r.id) FROM task_act r WHERE r.task_id = t.id AND r.kind = 'reopened' AND r.void_reason IS NULL)
    THEN 4 ELSE 2 END, a.id, t.id
FROM task_act a JOIN task t ON t.id = a.task_id WHERE a.void_reason IS NULL;

-- Who led a task that was handed over, each from which day on | 넘긴 과제의 주담당자와 그날
CREATE VIEW task_led AS
SELECT
  t.code AS task, -- the task's code | 과제 번호
  t.proposed_on AS "on", -- from this day | 그날부터
  (SELECT s.name FROM staff_name s WHERE s.id = t.lead_id) AS lead, -- main person in charge | 주담당자
  0 AS id, -- order within a day | 같은 날의 순서
  t.id AS task_id -- internal number | 과제 내부 번호
FROM task t WHERE EXISTS (SELECT 1 FROM task_lead l WHERE l.task_id = t.id)
UNION ALL SELECT t.code, l.led_on, s.name, l.id, t.id
FROM task_lead l JOIN task t ON t.id = l.task_id JOIN staff_name s ON s.id = l.staff_id;

-- Milestones as they stand today | 오늘 현재의 추진일정
CREATE VIEW milestone_status AS SELECT
  t.code AS task, -- the task's code | 과제 번호
  m.seq AS seq, -- number within the task | 순번
  m.title AS title, -- title | 추진일정
  m.due AS due, -- planned day | 예정일
  m.done_on AS done_on, -- day it was reached | 달성일
  CASE
    WHEN m.void_reason IS NOT NULL THEN 'void'
    WHEN m.done_on IS NOT NULL THEN 'done'
    WHEN m.due < n.date AND t.selected_on IS NOT NULL AND (t.start IS NULL OR t.start <= n.date)
      AND (t.closed_on IS NULL OR EXISTS (SELECT 1 FROM task_act r WHERE r.task_id = t.id AND r.kind = 'reopened' AND r.void_reason IS NULL))
      AND coalesce((SELECT a.kind FROM task_act a WHERE a.task_id = t.id AND a.void_reason IS NULL ORDER BY a.acted_on DESC, a.id DESC LIMIT 1), '')
        NOT IN ('suspended', 'completed', 'stopped', 'carried') THEN 'overdue'
    ELSE 'open'
  END AS state, -- open overdue done void; nothing is overdue unless its task is under way: not a candidate, nor ahead, on hold or closed | 상태(추진 중이 아닌 과제, 곧 후보·예정·보류·종결 과제의 일정은 지난 것이 아님): open overdue done void
  (SELECT count(*) FROM milestone_slip s WHERE s.milestone_id = m.id) AS slips, -- how often it was put off | 연기 횟수
  m.id AS id, -- internal number | 내부 번호
  t.id AS task_id, -- internal number of the task | 과제 내부 번호
  t.year AS year, -- year of the task | 과제 연도
  t.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  m.set_on AS set_on, -- since when it is planned | 계획한 날
  m.done_note AS note, -- how it was reached | 달성 내용
  t.seq AS task_seq -- number of the task within its year | 과제 연번
FROM milestone m JOIN task t ON t.id = m.task_id AND t.void_reason IS NULL CROSS JOIN today n;

-- What a task was to do by when, itself and its milestones: what makes it late | 과제와 추진일정의 기한과 지연
CREATE VIEW task_due AS SELECT
  x.task AS task, -- the task's code | 과제 번호
  x.kind AS kind, -- task or milestone | 과제 자체 또는 추진일정: task milestone
  x.seq AS seq, -- number of the milestone within the task | 추진일정 순번
  x.title AS title, -- title | 과제명 또는 추진일정
  x.due AS due, -- planned day | 예정일
  x.ended_on AS done_on, -- day it was reached or closed | 달성일 또는 종결일
  CASE WHEN e.no > d.no THEN e.no - d.no ELSE 0 END AS days_late, -- days after it, so far or in the end | 예정일을 넘긴 일수
  CASE WHEN x.ended_on IS NULL AND x.runs = 1 AND e.no > d.no THEN 1 ELSE 0 END AS overdue, -- whether it is open and past | 지났는데 열려 있는지
  x.slips AS slips, -- how often it was put off | 연기 횟수
  x.first_due AS first_due -- the day first planned, where it was put off | 연기했으면 처음 예정일
FROM (
  SELECT t.code AS task, 'task' AS kind, CAST(NULL AS INTEGER) AS seq, t.title, t.due, t.closed_on AS ended_on, 0 AS slips,
    CAST(NULL AS TEXT) AS first_due, CAST(NULL AS TEXT) AS until, t.delayed AS runs
  FROM task_status t WHERE t.due IS NOT NULL
  -- Nothing is overdue unless its task is under way, and nothing grows later once that is closed.
  UNION ALL SELECT m.task, 'milestone', m.seq, m.title, m.due, m.done_on, m.slips,
    (SELECT s.old_due FROM milestone_slip s WHERE s.milestone_id = m.id ORDER BY s.slipped_on, s.id LIMIT 1),
    t.closed_on, CASE WHEN m.state = 'overdue' THEN 1 ELSE 0 END
  FROM milestone_status m JOIN task_status t ON t.id = m.task_id WHERE m.state <> 'void'
) x
CROSS JOIN today n
JOIN day d ON d.date = x.due
JOIN day e ON e.date = coalesce(x.ended_on, x.until, n.date);

-- How milestones were put off | 추진일정을 연기한 기록
CREATE VIEW milestone_delay AS SELECT
  m.task AS task, -- the task's code | 과제 번호
  m.seq AS seq, -- number within the task | 순번
  m.title AS title, -- title | 추진일정
  s.slipped_on AS "on", -- day it was put off | 연기한 날
  s.old_due AS old_due, -- planned day before | 이전 예정일
  s.new_due AS new_due, -- planned day after | 새 예정일
  s.reason AS reason, -- why | 사유
  s.id AS id -- order of recording | 기록 순서
FROM milestone_slip s JOIN milestone_status m ON m.id = s.milestone_id
WHERE m.state <> 'void';

-- Late tasks, each with what in it has been overdue longest | 지연 과제와 그중 가장 오래 지난 것
CREATE VIEW task_late AS SELECT
  x.code AS code, -- the task's code | 과제 번호
  x.title AS title, -- title | 과제명
  x.department AS department, -- owning department | 주관부서
  CASE WHEN x.milestone_due = x.since THEN x.milestone END AS milestone, -- the milestone; none where it is the task's own end | 추진일정(과제 자체의 기한이면 없음)
  x.since AS due, -- the day it was due | 지난 기한
  n.no - d.no AS days_late, -- days since then | 지난 일수
  (SELECT count(*) FROM milestone o WHERE o.task_id = x.id AND o.done_on IS NULL AND o.void_reason IS NULL AND o.due < x.today)
    AS overdue, -- overdue milestones in all | 기한이 지난 추진일정 수
  x.id AS id -- internal number | 내부 번호
FROM (
  SELECT s.id, s.code, s.title, s.department, t.date AS today, m.title AS milestone, m.due AS milestone_due,
    CASE WHEN m.due IS NULL OR s.due < m.due THEN s.due ELSE m.due END AS since
  FROM task_status s
  CROSS JOIN today t
  LEFT JOIN milestone m ON m.id = (SELECT o.id FROM milestone o
    WHERE o.task_id = s.id AND o.done_on IS NULL AND o.void_reason IS NULL AND o.due < t.date ORDER BY o.due, o.id LIMIT 1)
  WHERE s.state = 'delayed'
) x
JOIN day d ON d.date = x.since
JOIN day n ON n.date = x.today;

-- Progress as reported | 보고된 진척
CREATE VIEW progress_report AS SELECT
  t.code AS task, -- the task's code | 과제 번호
  p.reported_on AS "on", -- the day it is reported for | 기준일
  p.percent AS percent, -- per cent done | 진척률
  p.note AS note, -- what was done | 추진내용
  p.id AS id, -- internal number | 내부 번호
  t.id AS task_id, -- internal number of the task | 과제 내부 번호
  t.title AS title, -- title of the task | 과제명
  t.year AS year, -- year of the task | 과제 연도
  t.seq AS task_seq, -- number of the task within its year | 과제 연번
  t.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM progress p JOIN task t ON t.id = p.task_id AND t.void_reason IS NULL
WHERE p.void_reason IS NULL;

-- Who owes a report: selected and open on a month's last day (today while it runs), without a report in its month or quarter | 진척 미보고: 월말(진행 중인 달은 오늘)에 선정되어 추진 중이면서 그달이나 그 분기의 보고가 없는 과제
CREATE VIEW progress_missing AS SELECT
  substr(f.date, 1, 7) AS month, -- the month, YYYY-MM | 월
  t.code AS code, -- the task's code | 과제 번호
  t.title AS title, -- title | 과제명
  d.name AS department, -- owning department | 주관부서
  s.name AS lead, -- main person in charge | 주담당자
  (SELECT max(r.reported_on) FROM progress r WHERE r.task_id = t.id AND r.void_reason IS NULL AND r.reported_on <= l.date)
    AS last_on, -- last day reported for until then | 그때까지의 최근 보고일
  t.reporting_cycle AS reporting_cycle, -- monthly or quarterly | 보고 주기: monthly quarterly
  f.date AS since, -- first day of the month | 그달의 첫날
  d.id AS department_id, -- internal number of the department | 부서 내부 번호
  t.year AS year, -- year of the task | 과제 연도
  t.seq AS task_seq -- number of the task within its year | 과제 연번
FROM day f
CROSS JOIN today n
JOIN day l ON l.no = (SELECT max(x.no) FROM day x
  WHERE x.date >= f.date AND x.date <= substr(f.date, 1, 7) || '-31' AND x.date <= n.date)
JOIN task t ON t.selected_on <= l.date AND t.void_reason IS NULL AND (t.start IS NULL OR t.start <= l.date)
JOIN department_name d ON d.id = t.department_id
LEFT JOIN staff_name s ON s.id = coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id)
WHERE substr(f.date, 9, 2) = '01'
  AND (t.reporting_cycle = 'monthly' OR substr(f.date, 6, 2) IN ('03', '06', '09', '12'))
  AND (t.closed_on IS NULL OR t.closed_on > l.date OR t.id IN (SELECT v.id FROM task_live v))
  AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.task_id = t.id AND p.void_reason IS NULL AND p.reported_on <= l.date AND p.reported_on >= CASE
    WHEN t.reporting_cycle = 'monthly' THEN f.date
    ELSE substr(f.date, 1, 5) || CASE substr(f.date, 6, 2)
      WHEN '03' THEN '01-01' WHEN '06' THEN '04-01' WHEN '09' THEN '07-01' ELSE '10-01' END
  END)
  -- What was done to it last: a closing counts until it was opened again.
  AND coalesce((SELECT a.kind FROM task_act a WHERE a.task_id = t.id AND a.void_reason IS NULL AND a.acted_on <= l.date
      AND (t.closed_on IS NULL OR t.closed_on > l.date OR a.acted_on > t.closed_on OR (a.acted_on = t.closed_on AND a.no > t.closed_no))
      ORDER BY a.acted_on DESC, a.id DESC LIMIT 1),
    CASE WHEN t.closed_on <= l.date THEN 'closed' ELSE 'selected' END) IN ('selected', 'resumed', 'reopened');

------------------------------------------------------------------------------------------
-- Pre-consulting: requests, what happened to them, opinion letters
------------------------------------------------------------------------------------------

-- Pre-consulting requests | 사전컨설팅 신청
CREATE TABLE consultation (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id),
  task_id INTEGER REFERENCES task (id),
  handler_id INTEGER REFERENCES staff (id),
  clock_rule_id INTEGER NOT NULL REFERENCES clock_rule (id),
  applicant_type TEXT NOT NULL DEFAULT 'department'
    CHECK (applicant_type IN ('department', 'affiliated_body', 'subordinate_gov', 'petitioner')),
  applicant TEXT,
  private_id INTEGER REFERENCES private (id),
  matter TEXT CHECK (matter IN ('permit', 'interpretation', 'budget', 'other')),
  background TEXT,
  law TEXT,
  issue TEXT,
  own_opinion TEXT,
  self_check TEXT,
  received_on TEXT NOT NULL,
  closed_on TEXT,
  closed_as TEXT CHECK (closed_as IN ('answered', 'returned', 'withdrawn')),
  closed_result TEXT CHECK (closed_result IN ('possible', 'conditional', 'not_possible')),
  closed_ground TEXT,
  closed_reason TEXT,
  closed_due TEXT,
  closed_no INTEGER,
  void_reason TEXT,
  CHECK ((closed_on IS NULL) = (closed_as IS NULL)),
  CHECK ((closed_as = 'answered') = (closed_due IS NOT NULL) OR closed_as IS NULL)
) STRICT;
-- The receipt register goes by year and number.
CREATE UNIQUE INDEX consultation_by_year ON consultation (year DESC, seq);
-- The running clocks, at any size of file.
CREATE INDEX consultation_open ON consultation (received_on) WHERE closed_on IS NULL;
-- A department's requests, and the natural key of an imported row.
CREATE INDEX consultation_of_department ON consultation (department_id, received_on);

-- What happened to a request between its receipt and its end. Acts, ends and follow-ups of
-- one request share its numbers, which are never given twice: an end that was entered by
-- mistake moves here as a void row, so that its number stays taken.
-- | 접수와 종결 사이에 있었던 처리. 처리, 종결, 이행결과는 한 번호를 나누어 쓰고, 잘못 적은 종결도 번호를 지킨 채 무효로 남음
CREATE TABLE consultation_act (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  no INTEGER NOT NULL,
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN
    ('accepted', 'supplement', 'resumed', 'extended', 'reviewed', 'referred', 'replied', 'returned', 'withdrawn')),
  review TEXT CHECK (review IN ('law', 'site', 'validity')),
  waived INTEGER CHECK (waived IN (0, 1)),
  days INTEGER CHECK (days > 0),
  body TEXT CHECK (body IN ('seoul', 'bai', 'ministry')),
  body_name TEXT,
  note TEXT,
  void_reason TEXT,
  UNIQUE (consultation_id, no),
  CHECK ((kind = 'reviewed') = (review IS NOT NULL)),
  CHECK ((kind = 'extended') = (days IS NOT NULL)),
  CHECK (kind <> 'referred' OR body IS NOT NULL),
  CHECK (body_name IS NULL OR body IS NOT NULL),
  CHECK (kind NOT IN ('returned', 'withdrawn') OR void_reason IS NOT NULL)
) STRICT;
-- The acts of one request in order.
CREATE INDEX consultation_act_of ON consultation_act (consultation_id, acted_on);

-- Opinion letters as issued; a corrected letter supersedes, never replaces. The document is
-- kept whole as it went out (and its items in JSON, for the page to print), so that no name
-- or review that changes afterwards reaches it. | 발송한 의견서. 고친 의견서는 앞의 것을 지우지 않고 더해지며, 문서는 나간 그대로 남음
CREATE TABLE opinion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  revision INTEGER NOT NULL,
  issued_on TEXT NOT NULL,
  due TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('possible', 'conditional', 'not_possible')),
  text TEXT NOT NULL,
  reason TEXT,
  document TEXT NOT NULL,
  layout TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (consultation_id, revision)
) STRICT;

-- What the department did with the opinion: the four facts that exemption rests on. | 의견에 따라 처리한 결과: 면책의 근거가 되는 네 가지 사실
CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  no INTEGER NOT NULL,
  reported_on TEXT NOT NULL,
  same_matter INTEGER NOT NULL CHECK (same_matter IN (0, 1)),
  info_sufficient INTEGER NOT NULL CHECK (info_sufficient IN (0, 1)),
  no_private_interest INTEGER NOT NULL CHECK (no_private_interest IN (0, 1)),
  followed_opinion INTEGER NOT NULL CHECK (followed_opinion IN (0, 1)),
  note TEXT,
  void_reason TEXT,
  UNIQUE (consultation_id, no)
) STRICT;
-- The follow-up of one request.
CREATE INDEX follow_up_of ON follow_up (consultation_id, reported_on);

-- What offices published of their pre-consulting in a period: how many, with what result and for
-- whom. | 공개된 사전컨설팅 실적(기간별)
CREATE TABLE consult_count (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  org TEXT NOT NULL,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  cases INTEGER NOT NULL CHECK (cases >= 0),
  positive INTEGER CHECK (positive >= 0),
  not_positive INTEGER CHECK (not_positive >= 0),
  returned INTEGER CHECK (returned >= 0),
  withdrawn INTEGER CHECK (withdrawn >= 0),
  under_review INTEGER CHECK (under_review >= 0),
  by_head_office INTEGER CHECK (by_head_office >= 0),
  by_affiliates INTEGER CHECK (by_affiliates >= 0),
  by_municipalities INTEGER CHECK (by_municipalities >= 0),
  year_before INTEGER CHECK (year_before >= 0),
  change INTEGER,
  known_on TEXT NOT NULL,
  note TEXT,
  source TEXT,
  CHECK (period_start <= period_end)
) STRICT;

-- Documents attached to a request | 신청에 붙인 문서
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  attached_on TEXT NOT NULL
) STRICT;
-- The documents of one request.
CREATE INDEX attachment_of ON attachment (consultation_id);

------------------------------------------------------------------------------------------
-- Passive-administration reports: receipts and what happened to them
------------------------------------------------------------------------------------------

-- The reporter's name stands masked; a reporter who gave none is owed no reply. | 소극행정 신고. 신고인
-- 이름은 가려져 있음. 이름을 밝히지 않은 신고인에게는 회신 의무가 없음
CREATE TABLE passive_report (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  content TEXT,
  department_id INTEGER REFERENCES department (id),
  handler_id INTEGER REFERENCES staff (id),
  petition TEXT NOT NULL CHECK (petition IN ('grievance', 'question', 'legal_question', 'suggestion')),
  clock_rule_id INTEGER NOT NULL REFERENCES clock_rule (id),
  channel TEXT NOT NULL CHECK (channel IN ('epeople', 'website', 'telephone', 'visit', 'mail', 'other')),
  receipt_no TEXT,
  anonymous INTEGER NOT NULL CHECK (anonymous IN (0, 1)),
  reporter TEXT,
  private_id INTEGER REFERENCES private (id),
  received_on TEXT NOT NULL,
  closed_on TEXT,
  closed_as TEXT CHECK (closed_as IN ('answered', 'settled', 'passed', 'dismissed', 'withdrawn')),
  closed_ground TEXT CHECK (closed_ground IN ('first_petition', 'urging', 'question', 'complaint')),
  closed_department_id INTEGER REFERENCES department (id),
  closed_text TEXT,
  closed_due TEXT,
  closed_no INTEGER,
  void_reason TEXT,
  CHECK ((closed_on IS NULL) = (closed_as IS NULL)),
  CHECK (closed_as IS NULL OR (closed_as = 'passed') = (closed_ground IS NOT NULL)),
  CHECK (closed_as IS NULL OR (closed_as = 'passed') = (closed_department_id IS NOT NULL)),
  CHECK (closed_as IS NULL OR (closed_as IN ('answered', 'settled')) = (closed_due IS NOT NULL)),
  CHECK (closed_as <> 'answered' OR anonymous = 0),
  CHECK (closed_as <> 'settled' OR anonymous = 1),
  CHECK (anonymous = 0 OR (reporter IS NULL AND private_id IS NULL))
) STRICT;
-- The receipt register goes by year and number.
CREATE UNIQUE INDEX passive_report_by_year ON passive_report (year DESC, seq);
-- The running clocks, at any size of file.
CREATE INDEX passive_report_open ON passive_report (received_on) WHERE closed_on IS NULL;
-- The natural key of an imported row.
CREATE INDEX passive_report_of_day ON passive_report (received_on, title);

-- What happened to a report. Acts and the end share its numbers, which are never given twice:
-- an end that was entered by mistake moves here as a void row, so that its number stays taken.
-- | 소극행정 신고의 경과. 번호는 종결과 함께 쓰며 다시 주지 않음: 잘못 넣은 종결은 무효 행으로 이곳에 남음
CREATE TABLE passive_act (
  id INTEGER PRIMARY KEY,
  report_id INTEGER NOT NULL REFERENCES passive_report (id),
  no INTEGER NOT NULL,
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('classified', 'supplement', 'resumed', 'extended', 'found', 'remedied', 're_reported', 'acrc_decided',
    'linked', 'answered', 'settled', 'passed', 'dismissed', 'withdrawn')),
  detail TEXT,
  days INTEGER CHECK (days > 0),
  note TEXT,
  void_reason TEXT,
  UNIQUE (report_id, no),
  CHECK ((kind = 'extended') = (days IS NOT NULL)),
  CHECK (kind <> 'classified' OR detail IN ('form', 'neglect', 'desk', 'authority')),
  CHECK (kind <> 'found' OR detail IN ('confirmed', 'partly', 'not_confirmed')),
  CHECK (kind <> 'remedied' OR detail IN ('corrected', 'warned', 'disciplined', 'improved', 'other')),
  CHECK (kind <> 'acrc_decided' OR detail IN ('recommended', 'transferred', 'closed')),
  CHECK (kind <> 'linked' OR detail IS NOT NULL),
  CHECK (kind NOT IN ('answered', 'settled', 'passed', 'dismissed', 'withdrawn') OR void_reason IS NOT NULL)
) STRICT;
-- The acts of one report in order.
CREATE INDEX passive_act_of ON passive_act (report_id, acted_on);

-- What was published of how many there were in a period; the figures of its parts may stand
-- beside it. | 공개된 소극행정 신고 건수(기간별)
CREATE TABLE passive_count (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  org TEXT NOT NULL,
  metric TEXT NOT NULL,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  reports INTEGER NOT NULL CHECK (reports >= 0),
  known_on TEXT NOT NULL,
  note TEXT,
  source TEXT,
  CHECK (period_start <= period_end)
) STRICT;

------------------------------------------------------------------------------------------
-- Legal clocks: one count for every kind of case, by its code
------------------------------------------------------------------------------------------

-- What happened to a case that has a clock | 기한이 있는 건의 처리
CREATE VIEW clock_act AS
SELECT
  c.code AS code, -- the case's code | 건 번호
  a.acted_on AS acted_on, -- the day | 날짜
  a.kind AS kind, -- what happened | 처리
  a.days AS days, -- days of an extension | 연장 일수
  a.id AS id -- order of recording within its kind of case | 기록 순서(같은 종류 안에서)
FROM consultation c JOIN consultation_act a ON a.consultation_id = c.id AND a.void_reason IS NULL
UNION ALL SELECT c.code, a.acted_on, a.kind, a.days, a.id
FROM passive_report c JOIN passive_act a ON a.report_id = c.id AND a.void_reason IS NULL;

-- Legal clocks with what they count by | 법정 기한의 시계와 계산 방법
CREATE VIEW clock AS
SELECT
  c.code AS code, -- the case's code | 건 번호
  'consult' AS kind, -- which kind of case: consult passive | 종류(사전컨설팅, 소극행정 신고): consult passive
  c.received_on AS received_on, -- receipt | 접수일
  f.no - r.counts_first_day AS base, -- number of the day before day 1 | 기산 직전일 번호
  r.days + coalesce(e.days, 0) AS days, -- counted days it may take, extension included | 처리일수(연장 포함)
  r.unit AS unit, -- calendar or working days | 일반일 또는 근무일
  c.closed_due AS closed_due -- the due day under which it was answered | 처리 당시 기한
FROM consultation c
JOIN clock_rule r ON r.id = c.clock_rule_id
JOIN day f ON f.date = c.received_on
LEFT JOIN consultation_act e ON e.id = (SELECT x.id FROM consultation_act x
  WHERE x.consultation_id = c.id AND x.kind = 'extended' AND x.void_reason IS NULL ORDER BY x.id LIMIT 1)
UNION ALL SELECT c.code, 'passive', c.received_on, f.no - r.counts_first_day, r.days + coalesce(e.days, 0), r.unit, c.closed_due
FROM passive_report c
JOIN clock_rule r ON r.id = c.clock_rule_id
JOIN day f ON f.date = c.received_on
LEFT JOIN passive_act e ON e.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind = 'extended' AND x.void_reason IS NULL ORDER BY x.id LIMIT 1);

-- Stretches in which a clock stands: days strictly between the two | 시계가 멈춘 기간(양 끝 날은 제외)
CREATE VIEW clock_pause AS
SELECT
  c.code AS code, -- the case's code | 건 번호
  a.kind AS kind, -- supplement or referred | 보완 또는 이송: supplement referred
  p.no AS from_no, -- number of the day it began, still counted | 시작한 날(산입)의 번호
  q.no AS to_no -- number of the day it ended (today while it is open), counted again | 끝난 날(진행 중이면 오늘)의 번호(산입)
FROM consultation c
CROSS JOIN today n
JOIN clock_rule r ON r.id = c.clock_rule_id
JOIN consultation_act a ON a.consultation_id = c.id AND a.void_reason IS NULL
  AND ((a.kind = 'supplement' AND r.supplement_pauses = 1) OR (a.kind = 'referred' AND r.referral_pauses = 1))
JOIN day p ON p.date = a.acted_on
JOIN day q ON q.date = coalesce(
  (SELECT b.acted_on FROM consultation_act b
    WHERE b.consultation_id = c.id AND b.void_reason IS NULL AND b.kind = CASE a.kind WHEN 'supplement' THEN 'resumed' ELSE 'replied' END
      AND (b.acted_on > a.acted_on OR (b.acted_on = a.acted_on AND b.id > a.id))
    ORDER BY b.acted_on, b.id LIMIT 1),
  c.closed_on, n.date)
UNION ALL SELECT c.code, a.kind, p.no, q.no
FROM passive_report c
CROSS JOIN today n
JOIN clock_rule r ON r.id = c.clock_rule_id AND r.supplement_pauses = 1
JOIN passive_act a ON a.report_id = c.id AND a.void_reason IS NULL AND a.kind = 'supplement'
JOIN day p ON p.date = a.acted_on
JOIN day q ON q.date = coalesce(
  (SELECT b.acted_on FROM passive_act b
    WHERE b.report_id = c.id AND b.void_reason IS NULL AND b.kind = 'resumed'
      AND (b.acted_on > a.acted_on OR (b.acted_on = a.acted_on AND b.id > a.id))
    ORDER BY b.acted_on, b.id LIMIT 1),
  c.closed_on, n.date);

-- A sum right over the pauses of two kinds of cases would read all the pauses there are; over
-- a list that is cut (there are no 40000 days) it reads those of the one case, by their index.
-- A day inside a pause is never the last, and is passed over before anything is summed.

-- The last counted day of every clock, before it rolls | 시계의 마지막 산입일(다음 근무일로 넘기기 전)
CREATE VIEW clock_end AS SELECT
  k.code AS code, -- the case's code | 건 번호
  k.received_on AS received_on, -- receipt | 접수일
  k.base AS base, -- number of the day before day 1 | 기산 직전일 번호
  k.days AS days, -- counted days it may take, extension included | 처리일수(연장 포함)
  k.unit AS unit, -- calendar or working days | 일반일 또는 근무일
  k.closed_due AS closed_due, -- the due day under which it was answered | 처리 당시 기한
  (SELECT d.no FROM day d
    WHERE d.no >= coalesce((
        SELECT p.to_no FROM clock_pause p
        WHERE p.code = k.code AND p.from_no < k.first_no AND p.to_no > k.first_no ORDER BY p.to_no DESC LIMIT 1), k.first_no)
      AND CASE WHEN EXISTS (SELECT 1 FROM clock_pause p WHERE p.code = k.code AND p.from_no < d.no AND d.no < p.to_no) THEN 0
        ELSE CASE k.unit
          WHEN 'calendar' THEN d.no - k.base
          ELSE d.weekdays - b.weekdays - (
            SELECT count(DISTINCT h.date) FROM holiday h JOIN day o ON o.date = h.date
            WHERE h.date > b.date AND h.date <= d.date AND o.weekday < 6 AND h.void_reason IS NULL)
        END - (
          SELECT count(DISTINCT y.no)
          FROM (SELECT x.no FROM clock_pause p JOIN day x ON x.no > p.from_no AND x.no < p.to_no
            WHERE p.code = k.code AND x.no <= d.no LIMIT 40000) y
          WHERE k.unit = 'calendar' OR EXISTS (SELECT 1 FROM working_day w WHERE w.no = y.no)
        ) END >= k.days
    ORDER BY d.no LIMIT 1) AS no -- number of the day | 날짜 번호
-- No clock runs out before so many days; of working days, five at most stand between two weekends.
FROM (SELECT c.*, c.base + c.days + CASE c.unit WHEN 'calendar' THEN 0 ELSE (c.days - 1) / 5 * 2 END AS first_no FROM clock c) k
JOIN day b ON b.no = k.base;

-- The day a clock runs out: its last counted day, rolled to a working day, or the one it was answered under | 기한: 마지막 산입일(휴일이면 다음 근무일), 이미 처리했으면 당시 기한
CREATE VIEW clock_due AS SELECT
  e.code AS code, -- the case's code | 건 번호
  coalesce((SELECT z.no FROM day z WHERE z.date = e.closed_due), (SELECT w.no FROM working_day w WHERE w.no >= e.no ORDER BY w.no LIMIT 1))
    AS no, -- number of the day | 날짜 번호
  e.received_on AS received_on, -- receipt | 접수일
  e.base AS base, -- number of the day before day 1 | 기산 직전일 번호
  e.days AS days, -- counted days it may take, extension included | 처리일수(연장 포함)
  e.unit AS unit -- calendar or working days | 일반일 또는 근무일
FROM clock_end e;

-- Counting rules as they stand today | 오늘 현재의 기한 계산 규칙
CREATE VIEW clock_rule_status AS SELECT
  r.id AS id, -- internal number | 내부 번호
  r.code AS code, -- code, as typed after --rule | 규칙 부호
  r.name AS name, -- its name | 이름
  r.days AS days, -- counted days | 처리일수
  r.unit AS unit, -- calendar or working days | 일반일 또는 근무일
  r.counts_first_day AS counts_first_day, -- whether the day of receipt is day 1 | 초일 산입 여부
  r.extension_max AS extension_max, -- the longest extension, days | 연장 한도(일)
  r.supplement_pauses AS supplement_pauses, -- whether a supplement stops the clock | 보완 기간을 빼는지
  r.supplement_max AS supplement_max, -- how often a supplement may be asked, none without limit | 보완 요구 횟수 한도(없으면 제한 없음)
  r.referral_pauses AS referral_pauses, -- whether a referral stops the clock | 이송 기간을 빼는지
  CASE WHEN r.ended_on IS NULL THEN 'in_force' ELSE 'ended' END AS state, -- in_force or ended | 상태(시행, 폐지): in_force ended
  (SELECT count(*) FROM consultation c WHERE c.clock_rule_id = r.id AND c.void_reason IS NULL)
    + (SELECT count(*) FROM passive_report p WHERE p.clock_rule_id = r.id AND p.void_reason IS NULL) AS cases, -- cases counted by it | 이 규칙으로 세는 건수
  r.since_on AS since_on, -- first day of receipt that it holds for | 시행일(접수일 기준)
  r.ended_on AS ended_on, -- first day of receipt that it no longer holds for | 폐지일(접수일 기준)
  r.ended_reason AS ended_reason, -- why it ended | 폐지 사유
  r.source AS source -- where that is written | 근거
FROM clock_rule r;

-- Which counting rule is used for what, from which day of receipt on | 어디에 어떤 규칙을 언제 접수한 건부터 쓰는지
CREATE VIEW clock_use_status AS SELECT
  u.id AS id, -- internal number | 내부 번호
  u.kind AS kind, -- consult grievance question legal_question suggestion | 쓰는 곳(사전컨설팅, 민원 종류): consult grievance question legal_question suggestion
  r.code AS rule, -- code of the rule | 규칙 부호
  u.since_on AS since_on, -- first day of receipt | 시작일(접수일 기준)
  CASE WHEN u.id = (SELECT x.id FROM clock_use x WHERE x.kind = u.kind ORDER BY x.since_on DESC, x.id DESC LIMIT 1) THEN 1 ELSE 0 END
    AS in_force, -- whether it is the one used now | 지금 쓰는지
  u.source AS source -- where that is written | 근거
FROM clock_use u JOIN clock_rule r ON r.id = u.rule_id;

------------------------------------------------------------------------------------------
-- Pre-consulting as it stands
------------------------------------------------------------------------------------------

-- Pre-consulting requests as they stand today | 오늘 현재의 사전컨설팅
CREATE VIEW consultation_status AS SELECT
  c.id AS id, -- internal number | 내부 번호
  c.code AS code, -- PC-YYYY-NNN, permanent | 접수번호(고정)
  c.title AS title, -- subject | 건명
  c.year AS year, -- year of receipt | 접수 연도
  c.seq AS seq, -- number within the year | 연번
  (SELECT d.name FROM department_name d WHERE d.id = c.department_id) AS department, -- applying department | 신청부서
  c.department_id AS department_id, -- internal number | 부서 내부 번호
  CASE WHEN t.void_reason IS NULL THEN t.code END AS task, -- the key task it serves | 관련 중점과제
  (SELECT s.name FROM staff_name s WHERE s.id = c.handler_id) AS handler, -- who handles it | 담당자
  c.handler_id AS handler_id, -- internal number | 담당자 내부 번호
  c.received_on AS received_on, -- receipt | 접수일
  u.date AS due, -- last day for the opinion letter | 의견서 기한
  CASE WHEN c.closed_on IS NULL AND c.void_reason IS NULL THEN u.no - y.no END
    AS days_left, -- days to it, negative when late | 남은 일수(지나면 음수)
  CASE
    WHEN c.void_reason IS NOT NULL THEN 'void'
    WHEN c.closed_as = 'answered' AND EXISTS (SELECT 1 FROM follow_up f WHERE f.consultation_id = c.id AND f.void_reason IS NULL) THEN 'closed'
    WHEN c.closed_as IS NOT NULL THEN c.closed_as
    WHEN p.kind = 'supplement' THEN 'paused'
    WHEN q.kind = 'referred' THEN 'referred'
    WHEN EXISTS (SELECT 1 FROM consultation_act v
      WHERE v.consultation_id = c.id AND v.kind = 'reviewed' AND v.void_reason IS NULL) THEN 'reviewing'
    WHEN EXISTS (SELECT 1 FROM consultation_act v
      WHERE v.consultation_id = c.id AND v.kind = 'accepted' AND v.void_reason IS NULL) THEN 'accepted'
    ELSE 'received'
  END AS state, -- received accepted paused reviewing referred answered returned withdrawn closed void | 상태: received accepted paused reviewing referred answered returned withdrawn closed void
  CASE WHEN c.closed_as = 'answered' THEN coalesce(
    (SELECT o.result FROM opinion o WHERE o.consultation_id = c.id ORDER BY o.revision DESC LIMIT 1), c.closed_result) END
    AS result, -- possible conditional not_possible, as the letter in force says | 의견(유효한 의견서): possible conditional not_possible
  CASE WHEN c.closed_as = 'answered' THEN c.closed_on END AS answered_on, -- day of the opinion letter | 의견서 발송일
  CASE WHEN c.closed_on IS NOT NULL THEN CASE WHEN c.closed_on <= u.date THEN 1 ELSE 0 END END
    AS in_time, -- whether it ended in time: the letter went out, or it was returned or withdrawn | 기한 내 종결(발송, 반려, 취하) 여부
  c.closed_on AS closed_on, -- when it ended | 종결일
  c.closed_ground AS ground, -- ground of a return | 반려 사유
  c.applicant_type AS applicant_type, -- who applies | 신청인 구분
  c.applicant AS applicant, -- the applicant, masked | 신청인(가림)
  c.matter AS matter, -- kind of matter | 대상업무 유형
  r.code AS rule, -- the counting rule | 기한 계산 규칙
  (SELECT coalesce(m.body_name, m.body) FROM consultation_act m
    WHERE m.consultation_id = c.id AND m.kind = 'referred' AND m.void_reason IS NULL ORDER BY m.acted_on DESC, m.id DESC LIMIT 1)
    AS referred_to, -- last body it was referred to: its name, else seoul bai ministry | 마지막 이송처(기관명 또는 코드)
  (SELECT string_agg(y.told, '; ') FROM (
    SELECT m.kind || ':' || m.acted_on || coalesce(':' || CAST(m.days AS TEXT), ':' || m.body, '') AS told
    FROM consultation_act m WHERE m.consultation_id = c.id AND m.void_reason IS NULL
      AND m.kind IN ('supplement', 'resumed', 'extended', 'referred', 'replied') ORDER BY m.acted_on, m.id LIMIT 40000) y)
    AS clock_acts -- what moved the clock, each with its day, days or body | 기한을 움직인 일(날짜, 일수, 이송처와 함께)
FROM consultation c
CROSS JOIN today n
JOIN day y ON y.date = n.date
JOIN clock_rule r ON r.id = c.clock_rule_id
LEFT JOIN task t ON t.id = c.task_id
LEFT JOIN day u ON u.no = (SELECT e.no FROM clock_due e WHERE e.code = c.code)
LEFT JOIN consultation_act p ON p.id = (SELECT a.id FROM consultation_act a
  WHERE a.consultation_id = c.id AND a.kind IN ('supplement', 'resumed') AND a.void_reason IS NULL
  ORDER BY a.acted_on DESC, a.id DESC LIMIT 1)
LEFT JOIN consultation_act q ON q.id = (SELECT a.id FROM consultation_act a
  WHERE a.consultation_id = c.id AND a.kind IN ('referred', 'replied') AND a.void_reason IS NULL
  ORDER BY a.acted_on DESC, a.id DESC LIMIT 1);

-- What happened to a request, in order | 사전컨설팅의 경과
CREATE VIEW consultation_history AS
SELECT
  c.code AS code, -- the request's code | 접수번호
  c.received_on AS "on", -- the day | 날짜
  CAST(NULL AS BIGINT) AS no, -- number that names it for a correction | 정정할 때 부르는 번호
  'received' AS act, -- what happened | 처리
  NULL AS detail, -- which review, to whom, how many days, what result | 검토 종류, 이송처, 일수, 의견
  NULL AS body, -- kind of body it was referred to: seoul bai ministry | 이송처 구분: seoul bai ministry
  NULL AS note, -- finding, reason or reply | 결과, 사유, 회신
  0 AS step, -- order within a day | 같은 날의 순서
  0 AS id, -- order of recording | 기록 순서
  c.id AS consultation_id -- internal number | 내부 번호
FROM consultation c
UNION ALL SELECT c.code, a.acted_on, a.no, a.kind,
  CASE WHEN a.waived = 1 THEN a.review || ' waived' ELSE coalesce(a.review, a.body_name, a.body, CAST(a.days AS TEXT)) END, a.body,
  a.note, 1, a.id, c.id
FROM consultation_act a JOIN consultation c ON c.id = a.consultation_id WHERE a.void_reason IS NULL
UNION ALL SELECT c.code, c.closed_on, c.closed_no, c.closed_as, coalesce(c.closed_result, c.closed_ground), NULL, c.closed_reason, 2, 0, c.id
FROM consultation c WHERE c.closed_on IS NOT NULL
UNION ALL SELECT c.code, o.issued_on, NULL, 'superseded', o.result, NULL, o.reason, 3, o.id, c.id
FROM opinion o JOIN consultation c ON c.id = o.consultation_id WHERE o.revision > 1
UNION ALL SELECT c.code, f.reported_on, f.no, 'followed_up', NULL, NULL, f.note, 4, f.id, c.id
FROM follow_up f JOIN consultation c ON c.id = f.consultation_id WHERE f.void_reason IS NULL;

-- Published figures of pre-consulting, and whether they come to each other | 공개된 사전컨설팅 실적과 합이 맞는지
CREATE VIEW consult_published AS SELECT
  c.id AS id, -- internal number | 내부 번호
  c.org AS org, -- the office | 기관
  c.period_start AS period_start, -- first day | 시작일
  c.period_end AS period_end, -- last day | 종료일
  c.cases AS cases, -- received, as stated | 접수
  c.positive AS positive, -- with a positive opinion | 긍정 의견
  c.not_positive AS not_positive, -- with another opinion | 그 밖의 의견
  c.returned AS returned, -- returned | 반려
  c.withdrawn AS withdrawn, -- withdrawn | 취하
  c.under_review AS under_review, -- under review | 검토 중
  coalesce(c.positive, 0) + coalesce(c.not_positive, 0) + coalesce(c.returned, 0) + coalesce(c.withdrawn, 0) + coalesce(c.under_review, 0)
    AS listed, -- what the results come to | 결과별 합
  CASE WHEN coalesce(c.positive, c.not_positive, c.returned, c.withdrawn, c.under_review) IS NOT NULL THEN
    CASE WHEN c.cases = coalesce(c.positive, 0) + coalesce(c.not_positive, 0) + coalesce(c.returned, 0) + coalesce(c.withdrawn, 0)
      + coalesce(c.under_review, 0) THEN 1 ELSE 0 END END AS agrees, -- whether that is what was received | 접수와 같은지
  c.by_head_office AS by_head_office, -- asked by the office's own departments | 본청
  c.by_affiliates AS by_affiliates, -- by its affiliates | 소속 기관
  c.by_municipalities AS by_municipalities, -- by cities, counties and districts | 시·군·구
  CASE WHEN coalesce(c.by_head_office, c.by_affiliates, c.by_municipalities) IS NOT NULL THEN
    CASE WHEN c.cases = coalesce(c.by_head_office, 0) + coalesce(c.by_affiliates, 0) + coalesce(c.by_municipalities, 0) THEN 1 ELSE 0 END END
    AS requesters_agree, -- whether the requesters come to what was received | 신청기관별 합이 접수와 같은지
  c.year_before AS year_before, -- received in the same period of the year before | 전년 같은 기간의 접수
  c.change AS change, -- the change since, as stated | 증감(공개된 수)
  CASE WHEN c.change IS NOT NULL AND c.year_before IS NOT NULL THEN CASE WHEN c.cases - c.year_before = c.change THEN 1 ELSE 0 END END
    AS change_agrees, -- whether it is the difference | 차이와 같은지
  c.note AS note, -- remark | 비고
  c.source AS source -- where that is written | 출처
FROM consult_count c;

-- Opinion letters as issued | 발송한 의견서
CREATE VIEW opinion_letter AS SELECT
  c.code AS code, -- the request's code | 접수번호
  o.revision AS revision, -- 1 for the first, more for corrections | 차수
  o.issued_on AS issued_on, -- day of issue | 발송일
  o.due AS due, -- due day it was issued under | 발송 당시 기한
  o.result AS result, -- possible conditional not_possible | 의견: possible conditional not_possible
  o.reason AS reason, -- why it supersedes the one before | 정정 사유
  CASE WHEN o.revision = (SELECT max(x.revision) FROM opinion x WHERE x.consultation_id = o.consultation_id) THEN 1 ELSE 0 END
    AS in_force, -- whether it is the one in force | 유효 여부
  o.text AS text, -- its text | 본문
  o.document AS document, -- the whole letter as it went out | 발송한 그대로의 전문
  o.sha256 AS sha256 -- digest of the letter | 전문의 해시
FROM opinion o JOIN consultation c ON c.id = o.consultation_id;

------------------------------------------------------------------------------------------
-- Passive-administration reports as they stand
------------------------------------------------------------------------------------------

-- Passive-administration reports as they stand today | 오늘 현재의 소극행정 신고
CREATE VIEW passive_status AS SELECT
  c.id AS id, -- internal number | 내부 번호
  c.code AS code, -- PA-YYYY-NNN, permanent | 신고번호(고정)
  c.title AS title, -- subject | 건명
  c.year AS year, -- year of receipt | 접수 연도
  c.seq AS seq, -- number within the year | 연번
  (SELECT d.name FROM department_name d WHERE d.id = c.department_id) AS department, -- department reported about | 대상부서
  c.department_id AS department_id, -- internal number | 부서 내부 번호
  (SELECT s.name FROM staff_name s WHERE s.id = c.handler_id) AS handler, -- who handles it | 담당자
  c.handler_id AS handler_id, -- internal number | 담당자 내부 번호
  c.channel AS channel, -- epeople website telephone visit mail other | 접수 경로: epeople website telephone visit mail other
  c.receipt_no AS receipt_no, -- number it has there | 접수 경로의 접수번호
  c.anonymous AS anonymous, -- whether it is anonymous | 익명 여부
  c.reporter AS reporter, -- the reporter, masked | 신고인(가림)
  c.petition AS petition, -- kind of petition: grievance question legal_question suggestion | 민원 종류: grievance question legal_question suggestion
  c.received_on AS received_on, -- receipt | 접수일
  u.date AS due, -- last day for the reply, or for the end where none is owed | 처리 기한(회신, 회신 의무가 없으면 종결)
  CASE WHEN c.closed_on IS NULL AND c.void_reason IS NULL THEN u.no - y.no END
    AS days_left, -- days to it, negative when late | 남은 일수(지나면 음수)
  CASE
    WHEN c.void_reason IS NOT NULL THEN 'void'
    WHEN c.closed_as IS NOT NULL THEN c.closed_as
    WHEN p.kind = 'supplement' THEN 'paused'
    WHEN f.id IS NOT NULL THEN 'found'
    WHEN t.id IS NOT NULL THEN 'classified'
    ELSE 'received'
  END AS state, -- received classified paused found answered settled passed dismissed withdrawn void | 상태: received classified paused found answered settled passed dismissed withdrawn void
  t.detail AS type, -- form neglect desk authority | 소극행정 유형: form neglect desk authority
  t.acted_on AS classified_on, -- when it was classified | 분류일
  f.detail AS finding, -- confirmed partly not_confirmed | 조사 결과: confirmed partly not_confirmed
  f.acted_on AS found_on, -- day of the finding | 조사 결과일
  m.detail AS remedy, -- last remedy: corrected warned disciplined improved other | 마지막 조치: corrected warned disciplined improved other
  m.acted_on AS remedied_on, -- its day | 조치일
  CASE WHEN c.closed_as = 'answered' THEN c.closed_on END AS answered_on, -- day of the reply | 회신일
  CASE WHEN c.closed_as IN ('answered', 'settled') THEN CASE WHEN c.closed_on <= u.date THEN 1 ELSE 0 END END
    AS in_time, -- whether it was dealt with in time | 기한 내 처리 여부
  c.closed_on AS closed_on, -- when it ended | 종결일
  c.closed_ground AS ground, -- why it is no such report: first_petition urging question complaint | 소극행정 신고가 아닌 까닭: first_petition urging question complaint
  (SELECT d.name FROM department_name d WHERE d.id = c.closed_department_id) AS passed_to, -- department it was passed to | 이첩 부서
  c.closed_department_id AS passed_to_id, -- its internal number | 이첩 부서 내부 번호
  a.acted_on AS re_reported_on, -- when it was reported again to the ACRC | 국민권익위 재신고일
  b.detail AS acrc_outcome, -- recommended transferred closed | 국민권익위 처리 결과: recommended transferred closed
  b.acted_on AS acrc_decided_on, -- when the ACRC decided | 국민권익위 결정일
  r.code AS rule, -- the counting rule | 기한 계산 규칙
  (SELECT string_agg(y.told, '; ') FROM (SELECT x.kind || ':' || x.acted_on || coalesce(':' || CAST(x.days AS TEXT), '') AS told
    FROM passive_act x WHERE x.report_id = c.id AND x.void_reason IS NULL AND x.kind IN ('supplement', 'resumed', 'extended')
    ORDER BY x.acted_on, x.id LIMIT 40000) y) AS clock_acts -- what moved the clock, each with its day and days | 기한을 움직인 일(날짜, 일수와 함께)
FROM passive_report c
CROSS JOIN today n
JOIN day y ON y.date = n.date
JOIN clock_rule r ON r.id = c.clock_rule_id
LEFT JOIN day u ON u.no = (SELECT e.no FROM clock_due e WHERE e.code = c.code)
LEFT JOIN passive_act p ON p.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind IN ('supplement', 'resumed') AND x.void_reason IS NULL ORDER BY x.acted_on DESC, x.id DESC LIMIT 1)
LEFT JOIN passive_act t ON t.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind = 'classified' AND x.void_reason IS NULL ORDER BY x.acted_on DESC, x.id DESC LIMIT 1)
LEFT JOIN passive_act f ON f.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind = 'found' AND x.void_reason IS NULL ORDER BY x.acted_on DESC, x.id DESC LIMIT 1)
LEFT JOIN passive_act m ON m.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind = 'remedied' AND x.void_reason IS NULL ORDER BY x.acted_on DESC, x.id DESC LIMIT 1)
LEFT JOIN passive_act a ON a.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind = 're_reported' AND x.void_reason IS NULL ORDER BY x.acted_on DESC, x.id DESC LIMIT 1)
LEFT JOIN passive_act b ON b.id = (SELECT x.id FROM passive_act x
  WHERE x.report_id = c.id AND x.kind = 'acrc_decided' AND x.void_reason IS NULL ORDER BY x.acted_on DESC, x.id DESC LIMIT 1);

-- What happened to a report, in order | 소극행정 신고의 경과
CREATE VIEW passive_history AS
SELECT
  c.code AS code, -- the report's code | 신고번호
  c.received_on AS "on", -- the day | 날짜
  CAST(NULL AS BIGINT) AS no, -- number that names it for a correction | 정정할 때 부르는 번호
  'received' AS act, -- what happened | 처리
  NULL AS detail, -- type, finding, remedy, days, ground or record | 유형, 결과, 조치, 일수, 사유, 기록
  NULL AS note, -- what was found, asked or told | 내용
  0 AS step, -- order within a day | 같은 날의 순서
  0 AS id, -- order of recording | 기록 순서
  c.id AS report_id -- internal number | 내부 번호
FROM passive_report c
UNION ALL SELECT c.code, a.acted_on, a.no, a.kind, coalesce(a.detail, CAST(a.days AS TEXT)), a.note,
  CASE WHEN a.kind IN ('remedied', 're_reported', 'acrc_decided', 'linked') AND a.acted_on = c.closed_on THEN 3 ELSE 1 END, a.id, c.id
FROM passive_act a JOIN passive_report c ON c.id = a.report_id WHERE a.void_reason IS NULL
UNION ALL SELECT c.code, c.closed_on, c.closed_no, c.closed_as, c.closed_ground, c.closed_text, 2, 0, c.id
FROM passive_report c WHERE c.closed_on IS NOT NULL;

-- What the office did elsewhere because of a report: plan actions, trainings | 신고와 연결한 실행계획·교육 등
CREATE VIEW passive_link AS SELECT
  x.code AS code, -- the report's code | 신고번호
  x."on" AS "on", -- day it was linked | 연결한 날
  x.kind AS kind, -- noun of the record | 기록의 종류
  x.record AS record, -- its code | 기록 번호
  x.title AS title, -- its title | 제목
  x.note AS note, -- why | 내용
  x.id AS id -- order of recording | 기록 순서
FROM (
  SELECT c.code, a.acted_on AS "on", a.detail AS record, a.note, a.id,
    (SELECT r.kind FROM record r WHERE r.code = a.detail) AS kind, (SELECT r.title FROM record r WHERE r.code = a.detail) AS title
  FROM passive_report c JOIN passive_act a ON a.report_id = c.id AND a.kind = 'linked' AND a.void_reason IS NULL
) x
WHERE x.kind IS NOT NULL;

-- Reports of a month by their channel and state | 월별 소극행정 신고 건수
CREATE VIEW passive_month AS SELECT
  substr(c.received_on, 1, 7) AS month, -- month of receipt, YYYY-MM | 접수월
  count(*) AS reports, -- reports received | 접수 건수
  CAST(sum(c.anonymous) AS BIGINT) AS anonymous, -- anonymous ones | 익명
  CAST(sum(CASE WHEN c.state = 'passed' THEN 1 ELSE 0 END) AS BIGINT) AS passed, -- passed on as ordinary petitions | 소관부서 이첩
  CAST(sum(CASE WHEN c.finding IN ('confirmed', 'partly') THEN 1 ELSE 0 END) AS BIGINT) AS confirmed, -- confirmed, wholly or partly | 소극행정 확인(일부 포함)
  CAST(sum(CASE WHEN c.in_time = 1 THEN 1 ELSE 0 END) AS BIGINT) AS in_time, -- dealt with in time | 기한 내 처리
  CAST(sum(CASE WHEN c.in_time = 0 THEN 1 ELSE 0 END) AS BIGINT) AS late, -- dealt with late | 기한 지나 처리
  CAST(sum(CASE WHEN c.days_left IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS open, -- not ended yet | 진행 중
  CAST(sum(CASE WHEN c.re_reported_on IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS re_reported -- reported again to the ACRC | 국민권익위 재신고
FROM passive_status c
WHERE c.state <> 'void'
GROUP BY substr(c.received_on, 1, 7);

-- Published numbers of reports, and whether those of its parts come to that of the whole | 공개된 신고 건수와 부분의 합이 맞는지
CREATE VIEW passive_published AS SELECT
  c.id AS id, -- internal number | 내부 번호
  c.org AS org, -- whose figure it is | 기관
  c.metric AS metric, -- what was counted | 무엇의 수인지
  c.period_start AS period_start, -- first day | 시작일
  c.period_end AS period_end, -- last day | 종료일
  c.reports AS reports, -- how many, as stated | 건수(공개된 수)
  coalesce(p.parts, 0) AS parts, -- how many shorter periods within it are stated too | 안에 든 기간의 수
  p.listed AS listed, -- what those come to | 안에 든 기간의 합
  CASE WHEN p.days = z.no - a.no + 1 AND p.overlaps = 0 THEN CASE WHEN p.listed = c.reports THEN 1 ELSE 0 END END
    AS agrees, -- whether that is the same, where each day of it is in one of them | 합이 같은지(비거나 겹치는 날이 없을 때)
  c.note AS note, -- remark | 비고
  c.source AS source -- where that is written | 출처
FROM passive_count c
JOIN day a ON a.date = c.period_start
JOIN day z ON z.date = c.period_end
LEFT JOIN (
  SELECT s.id, count(*) AS parts, CAST(sum(s.reports) AS BIGINT) AS listed, CAST(sum(s.ends - s.begins + 1) AS BIGINT) AS days,
    CAST(sum(CASE WHEN s.ended >= s.begins THEN 1 ELSE 0 END) AS BIGINT) AS overlaps
  FROM (
    SELECT w.id, x.reports, b.no AS begins, q.no AS ends, lag(q.no) OVER (PARTITION BY w.id ORDER BY b.no) AS ended
    FROM passive_count w
    JOIN passive_count x ON x.org = w.org AND x.metric = w.metric AND x.id <> w.id
      AND x.period_start >= w.period_start AND x.period_end <= w.period_end
    JOIN day b ON b.date = x.period_start
    JOIN day q ON q.date = x.period_end
    WHERE NOT EXISTS (SELECT 1 FROM passive_count y
      WHERE y.org = w.org AND y.metric = w.metric AND y.id <> w.id AND y.id <> x.id
        AND y.period_start >= w.period_start AND y.period_end <= w.period_end
        AND y.period_start <= x.period_start AND y.period_end >= x.period_end)) s
  GROUP BY s.id) p ON p.id = c.id;

------------------------------------------------------------------------------------------
-- What is due
------------------------------------------------------------------------------------------

-- Every running legal clock in one place | 진행 중인 모든 법정 기한
CREATE VIEW due AS
SELECT
  c.code AS code, -- the case's code | 건 번호
  'consult' AS kind, -- which kind of case: consult passive | 종류(사전컨설팅, 소극행정 신고): consult passive
  c.title AS title, -- subject | 건명
  c.department AS department, -- department | 부서
  c.received_on AS received_on, -- receipt | 접수일
  c.due AS due, -- last day | 기한
  c.days_left AS days_left, -- days to it, negative when late | 남은 일수(지나면 음수)
  c.state AS state, -- where it stands | 상태
  c.handler AS handler, -- who handles it | 담당자
  c.department_id AS department_id, -- internal number | 부서 내부 번호
  c.handler_id AS handler_id -- internal number of the person | 담당자 내부 번호
FROM consultation_status c
WHERE c.id IN (SELECT o.id FROM consultation o WHERE o.closed_on IS NULL AND o.void_reason IS NULL)
UNION ALL SELECT c.code, 'passive', c.title, c.department, c.received_on, c.due, c.days_left, c.state, c.handler, c.department_id, c.handler_id
FROM passive_status c
WHERE c.id IN (SELECT o.id FROM passive_report o WHERE o.closed_on IS NULL AND o.void_reason IS NULL)
UNION ALL SELECT e.code, 'exemption', e.title, e.department, e.audit_ended_on, e.due, e.days_left, e.state, CAST(NULL AS TEXT), e.department_id,
  CAST(NULL AS BIGINT)
FROM exemption_status e WHERE e.days_left IS NOT NULL
  AND e.id IN (SELECT o.id FROM exemption o WHERE o.audit_ended_on IS NOT NULL AND o.void_reason IS NULL);

-- Why a clock's due day is what it is, day by day | 기한이 그날인 이유, 하루하루
CREATE VIEW due_explained AS SELECT
  x.code AS code, -- the case's code | 건 번호
  x.no AS no, -- number of the day | 날짜 번호
  x.date AS date, -- the day | 날짜
  x.weekday AS weekday, -- 1 Monday to 7 Sunday | 1 월요일 … 7 일요일
  CASE WHEN x.runs = 1 AND x.day_no <= x.days THEN 1 ELSE 0 END AS counted, -- whether it counts | 산입 여부
  CASE WHEN x.runs = 1 AND x.day_no <= x.days THEN x.day_no END AS day_no, -- which counted day it is | 며칠째인지
  CASE
    WHEN x.no = x.due THEN 'due'
    WHEN x.day_no >= x.days THEN 'rolled'
    WHEN x.paused = 1 THEN 'paused'
    WHEN x.date = x.received_on THEN 'received'
    WHEN x.runs = 0 THEN 'day_off'
    ELSE 'counted'
  END AS why, -- received counted paused day_off rolled due | 사유: received counted paused day_off rolled due
  (SELECT string_agg(y.kind, ',') FROM (SELECT a.kind FROM clock_act a WHERE a.code = x.code AND a.acted_on = x.date
    AND a.kind IN ('supplement', 'resumed', 'extended', 'referred', 'replied') LIMIT 40000) y) AS event, -- acts of that day that bear on it | 그날의 처리
  (SELECT string_agg(h.name, ', ') FROM holiday h WHERE h.date = x.date AND h.void_reason IS NULL)
    AS holiday -- holidays of that day | 그날의 공휴일
FROM (
  SELECT z.*, CAST(sum(z.runs) OVER (PARTITION BY z.code ORDER BY z.no) AS BIGINT) AS day_no
  FROM (
    SELECT o.*, CASE
        WHEN o.no <= o.base OR o.paused = 1 THEN 0
        WHEN o.unit = 'calendar' OR EXISTS (SELECT 1 FROM working_day w WHERE w.no = o.no) THEN 1
        ELSE 0
      END AS runs
    FROM (
      SELECT k.code, u.no AS due, k.received_on, k.base, k.days, k.unit, d.no, d.date, d.weekday,
        CASE WHEN EXISTS (SELECT 1 FROM clock_pause p WHERE p.code = k.code AND p.from_no < d.no AND d.no < p.to_no)
          THEN 1 ELSE 0 END AS paused
      FROM clock_due k
      JOIN day u ON u.no = k.no
      JOIN day d ON d.date >= k.received_on AND d.date <= u.date
    ) o
  ) z
) x;

------------------------------------------------------------------------------------------
-- Months: the key tasks of a month, as the facts give them and as they were frozen
------------------------------------------------------------------------------------------

-- A month as it was frozen; on other facts a revision is added, the first stays. | 확정한 달. 기록이 달라지면 차수를 더하고 앞의 것은 그대로 둠
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  month TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision > 0),
  taken_on TEXT NOT NULL,
  reason TEXT,
  tasks INTEGER NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (month, revision)
) STRICT;

-- Copies, so that nothing that happens later reaches them. | 확정한 달의 과제별 현황. 나중 일이 닿지 않도록 옮겨 적은 것
CREATE TABLE snapshot_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  snapshot_id INTEGER NOT NULL REFERENCES snapshot (id),
  taken_on TEXT NOT NULL,
  seq INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  department TEXT NOT NULL,
  department_code TEXT NOT NULL,
  state TEXT NOT NULL,
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  milestones_done INTEGER NOT NULL,
  milestones_total INTEGER NOT NULL,
  due TEXT,
  delayed INTEGER NOT NULL CHECK (delayed IN (0, 1)),
  UNIQUE (snapshot_id, code)
) STRICT;

-- Key tasks of this month: of this year, selected, open at any time in it | 이달의 중점과제: 올해 선정되어 이달에 하루라도 열려 있던 것
CREATE VIEW task_month AS SELECT
  substr(n.date, 1, 7) AS month, -- the month, YYYY-MM | 월
  s.code AS code, -- the task's code | 과제 번호
  s.title AS title, -- title | 과제명
  s.department AS department, -- owning department | 주관부서
  s.state AS state, -- planned on_track delayed suspended completed stopped carried | 상태: planned on_track delayed suspended completed stopped carried
  s.percent AS percent, -- last reported progress | 진척률(최근 보고)
  s.milestones_done AS milestones_done, -- milestones reached | 달성한 추진일정
  s.milestones_total AS milestones_total, -- milestones in all | 추진일정 수
  s.due AS due, -- planned end | 완료 예정일
  s.delayed AS delayed, -- whether it is late | 지연 여부
  (SELECT d.code FROM department_name d WHERE d.id = s.department_id) AS department_code, -- code of the department | 부서 번호
  s.seq AS seq -- number within the year | 연번
FROM today n
CROSS JOIN task_status s
WHERE s.year = CAST(substr(n.date, 1, 4) AS INTEGER)
  AND s.selected_on IS NOT NULL
  AND s.state <> 'void'
  AND (s.closed_on IS NULL OR s.closed_on >= substr(n.date, 1, 7) || '-01');

-- Months as they were frozen | 확정한 월별 현황 목록
CREATE VIEW snapshot_status AS SELECT
  s.month AS month, -- the month, YYYY-MM | 월
  s.revision AS revision, -- 1 for the first, more for revisions | 차수
  s.tasks AS tasks, -- how many tasks it holds | 과제 수
  s.taken_on AS taken_on, -- when it was frozen | 확정일
  s.reason AS reason, -- why it was revised | 정정 사유
  CASE WHEN s.revision = (SELECT max(x.revision) FROM snapshot x WHERE x.month = s.month) THEN 1 ELSE 0 END
    AS latest, -- whether it is the last revision | 최종 차수 여부
  s.hash AS hash, -- hash over its rows | 내용의 해시
  s.id AS id -- internal number | 내부 번호
FROM snapshot s;

-- Key tasks of a month as they were frozen | 확정한 월별 과제 현황
CREATE VIEW snapshot_table AS SELECT
  s.month AS month, -- the month, YYYY-MM | 월
  r.code AS code, -- the task's code | 과제 번호
  r.title AS title, -- title then | 과제명(당시)
  r.department AS department, -- owning department then | 주관부서(당시)
  r.state AS state, -- state at the end of the month | 월말 상태
  r.percent AS percent, -- last reported progress then | 진척률(당시)
  r.milestones_done AS milestones_done, -- milestones reached | 달성한 추진일정
  r.milestones_total AS milestones_total, -- milestones in all | 추진일정 수
  r.due AS due, -- planned end then | 완료 예정일(당시)
  r.delayed AS delayed, -- whether it was late | 지연 여부
  r.department_code AS department_code, -- code of the department | 부서 번호
  s.revision AS revision, -- 1 for the first, more for revisions | 차수
  s.latest AS latest, -- whether it is the last revision | 최종 차수 여부
  s.taken_on AS taken_on, -- when it was frozen | 확정일
  r.seq AS seq -- number within the year | 연번
FROM snapshot_status s JOIN snapshot_row r ON r.snapshot_id = s.id;

------------------------------------------------------------------------------------------
-- Training: sessions, who attended them, and the months in which one is owed
------------------------------------------------------------------------------------------

-- In which months a training is owed, from a year on. What was set last holds from its year on.
-- | 어느 달에 정기교육이 있는지. 정한 해부터 적용
CREATE TABLE training_schedule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_year INTEGER NOT NULL,
  title TEXT NOT NULL,
  set_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- The months of a schedule | 정기교육이 있는 달
CREATE TABLE training_schedule_month (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  schedule_id INTEGER NOT NULL REFERENCES training_schedule (id),
  month TEXT NOT NULL CHECK (month BETWEEN '01' AND '12'),
  set_on TEXT NOT NULL,
  UNIQUE (schedule_id, month)
) STRICT;

-- A session. planned is a day or a month; org is set where it was another office's; for_month
-- is the owed month it is for, where that is neither the month planned nor the month held.
-- | 교육 한 번. planned 는 예정일이나 예정한 달, org 는 다른 기관이 실시한 때, for_month 는 해당하는 정기교육의 달
CREATE TABLE training (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  planned TEXT,
  for_month TEXT,
  set_on TEXT NOT NULL,
  held_on TEXT,
  start_time TEXT,
  hours INTEGER CHECK (hours > 0),
  instructor TEXT,
  instructor_org TEXT,
  audience TEXT,
  org TEXT,
  headcount INTEGER CHECK (headcount >= 0),
  voluntary INTEGER NOT NULL DEFAULT 0 CHECK (voluntary IN (0, 1)),
  note TEXT,
  source TEXT,
  void_reason TEXT,
  CHECK (planned IS NOT NULL OR held_on IS NOT NULL)
) STRICT;
-- Lists go by year and number.
CREATE UNIQUE INDEX training_by_year ON training (year DESC, seq);

-- Who attended: a person, or so many of a department besides those named. | 참석: 직원 한 사람, 또는 이름 없이 부서의 인원
CREATE TABLE training_attendance (
  id INTEGER PRIMARY KEY,
  training_id INTEGER NOT NULL REFERENCES training (id),
  staff_id INTEGER REFERENCES staff (id),
  department_id INTEGER REFERENCES department (id),
  headcount INTEGER CHECK (headcount >= 0),
  attended_on TEXT NOT NULL,
  void_reason TEXT,
  CHECK ((staff_id IS NULL) <> (department_id IS NULL)),
  CHECK ((department_id IS NULL) = (headcount IS NULL))
) STRICT;
-- A person attends a session once.
CREATE UNIQUE INDEX training_attendance_of_person ON training_attendance (training_id, staff_id)
  WHERE staff_id IS NOT NULL AND void_reason IS NULL;
-- A department has one count of a session.
CREATE UNIQUE INDEX training_attendance_of_department ON training_attendance (training_id, department_id)
  WHERE department_id IS NOT NULL AND void_reason IS NULL;
-- Whether a person attended anything.
CREATE INDEX training_attendance_by_person ON training_attendance (staff_id);

-- Months in which a training is owed | 교육을 해야 하는 달
CREATE VIEW training_month AS
SELECT
  y.year AS year, -- the year | 연도
  CAST(y.year AS TEXT) || '-' || m.month AS month, -- the month, YYYY-MM | 해야 하는 달
  s.title AS title, -- what is owed | 교육 이름
  s.source AS source -- where that is written | 근거
FROM (SELECT CAST(substr(d.date, 1, 4) AS INTEGER) AS year FROM day d
  WHERE d.date >= '2010-01-01' AND d.date < '2061-01-01' AND substr(d.date, 5) = '-01-01') y
JOIN training_schedule s ON s.id = (SELECT x.id FROM training_schedule x
  WHERE x.from_year <= y.year ORDER BY x.set_on DESC, x.id DESC LIMIT 1)
JOIN training_schedule_month m ON m.schedule_id = s.id;

-- The owed month that a session is for: as said, else the one it was planned for, else the one it was held in | 교육이 어느 달의 정기교육인지(지정한 달, 없으면 예정한 달, 없으면 실시한 달)
CREATE VIEW training_for AS SELECT
  t.id AS training_id, -- internal number of the session | 교육 내부 번호
  coalesce(t.for_month, p.month, h.month) AS month -- the owed month, if it is for one | 정기교육의 달
FROM training t
LEFT JOIN training_month p ON p.month = substr(t.planned, 1, 7)
LEFT JOIN training_month h ON h.month = substr(t.held_on, 1, 7)
WHERE t.void_reason IS NULL AND t.org IS NULL AND t.voluntary = 0;

-- Sessions that everyone attends once: all of one owed month count as one | 모두가 한 번 이수할 교육(정기교육은 그달 것을 하나로 봄)
CREATE VIEW training_sitting AS SELECT
  t.id AS training_id, -- internal number of the session | 교육 내부 번호
  coalesce(f.month, t.code) AS sitting, -- the owed month, else the session's code | 정기교육의 달, 아니면 교육 번호
  CAST(substr(coalesce(f.month, t.held_on), 1, 4) AS INTEGER) AS year, -- the year it counts for | 연도
  t.held_on AS held_on -- day of the session | 교육일
FROM training_for f
JOIN training t ON t.id = f.training_id
WHERE t.held_on IS NOT NULL;

-- Who must attend: everyone who was staff on a day of it, newcomers from their first day | 교육 대상자(그날 재직한 모두, 신규자는 첫날부터)
CREATE VIEW training_member AS SELECT
  x.year AS year, -- the year | 연도
  x.sitting AS sitting, -- owed month or session | 정기교육의 달 또는 교육 번호
  x.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  -- A department that was merged between two sessions is what it was merged into.
  CASE WHEN m.merged_on IS NULL THEN coalesce(t.department_id, x.department_id) ELSE coalesce((SELECT u.heir_id FROM department_heir u
    WHERE u.department_id = m.id AND u.since_on <= (SELECT max(z.held_on) FROM training_sitting z WHERE z.sitting = x.sitting)
    ORDER BY u.since_on DESC, u.steps DESC LIMIT 1), m.id) END
    AS department_id, -- where the person belonged that day | 그날의 부서 내부 번호
  a.attended_on AS attended_on -- day of attendance, by name | 이수일(이름으로 적힌 것)
FROM (
  -- Here and below the few sessions come first (CROSS JOIN), not the many people.
  -- A person belongs where the first session was that the person could attend: the count of that day is of it.
  SELECT h.year, h.sitting, s.id AS staff_id, s.department_id, min(h.held_on) AS day
  FROM training_sitting h
  CROSS JOIN staff s
  WHERE s.since_on <= h.held_on AND (s.left_on IS NULL OR s.left_on >= h.held_on) AND s.void_reason IS NULL
  GROUP BY h.year, h.sitting, s.id, s.department_id
) x
LEFT JOIN staff_transfer t ON t.id = (SELECT m.id FROM staff_transfer m
  WHERE m.staff_id = x.staff_id AND m.moved_on <= x.day ORDER BY m.moved_on DESC, m.id DESC LIMIT 1)
LEFT JOIN department m ON m.id = coalesce(t.department_id, x.department_id)
LEFT JOIN (
  SELECT h.sitting, b.staff_id, min(b.attended_on) AS attended_on
  FROM training_sitting h CROSS JOIN training_attendance b
  WHERE b.training_id = h.training_id AND b.staff_id IS NOT NULL AND b.void_reason IS NULL
  GROUP BY h.sitting, b.staff_id
) a ON a.sitting = x.sitting AND a.staff_id = x.staff_id;

-- Attendance by department of each owed month or session; named and counted together are never above the members | 교육별·부서별 이수(이름과 인원을 더하되 대상자를 넘지 않음)
CREATE VIEW training_coverage AS SELECT
  m.year AS year, -- the year | 연도
  m.sitting AS sitting, -- owed month or session | 정기교육의 달 또는 교육 번호
  (SELECT d.code FROM department_name d WHERE d.id = m.department_id) AS department_code, -- code of the department | 부서 번호
  (SELECT d.name FROM department_name d WHERE d.id = m.department_id) AS department, -- department | 부서
  m.members AS members, -- who must attend | 대상자
  m.named AS named, -- attended by name | 이름으로 적힌 이수자
  coalesce(c.counted, 0) AS counted, -- attended by the department's count | 부서 인원으로 적힌 이수자
  CASE WHEN m.named + coalesce(c.counted, 0) > m.members THEN m.members ELSE m.named + coalesce(c.counted, 0) END
    AS attended, -- attended, never above the members | 이수자(대상자를 넘지 않음)
  m.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM (
  SELECT x.year, x.sitting, x.department_id, count(*) AS members, count(x.attended_on) AS named
  FROM training_member x GROUP BY x.year, x.sitting, x.department_id
) m
LEFT JOIN (
  -- The count of a department that was merged before the sitting's last session is where its members are by then.
  SELECT y.sitting, y.department_id, CAST(sum(y.headcount) AS BIGINT) AS counted
  FROM (
    SELECT h.sitting, a.headcount, coalesce((SELECT u.heir_id FROM department_heir u
        WHERE u.department_id = a.department_id AND u.since_on <= (SELECT max(z.held_on) FROM training_sitting z WHERE z.sitting = h.sitting)
        ORDER BY u.since_on DESC, u.steps DESC LIMIT 1), a.department_id) AS department_id
    FROM training_sitting h CROSS JOIN training_attendance a
    WHERE a.training_id = h.training_id AND a.department_id IS NOT NULL AND a.void_reason IS NULL
  ) y
  GROUP BY y.sitting, y.department_id
) c ON c.sitting = m.sitting AND c.department_id = m.department_id;

-- Attendance of a year by department: the sums over its sessions, per cent half up | 연도별·부서별 이수율(그해 교육의 합계, 백분율은 반올림)
CREATE VIEW training_year AS SELECT
  c.year AS year, -- the year | 연도
  c.department_code AS department_code, -- code of the department | 부서 번호
  c.department AS department, -- department | 부서
  CAST(sum(c.members) AS BIGINT) AS members, -- who must attend, summed over the sessions | 대상자(연인원)
  CAST(sum(c.attended) AS BIGINT) AS attended, -- attended, summed over the sessions | 이수자(연인원)
  (200 * CAST(sum(c.attended) AS BIGINT) + CAST(sum(c.members) AS BIGINT)) / (2 * CAST(sum(c.members) AS BIGINT))
    AS percent, -- whole per cent, half up | 이수율(%, 반올림)
  c.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM training_coverage c
GROUP BY c.year, c.department_code, c.department, c.department_id;

-- Who attended what, and who has not | 직원별 이수 현황
CREATE VIEW training_person AS SELECT
  m.year AS year, -- the year | 연도
  m.sitting AS sitting, -- owed month or session | 정기교육의 달 또는 교육 번호
  s.code AS code, -- S-NNNN | 직원 번호
  s.name AS name, -- name | 이름
  c.department AS department, -- department that day | 그날의 부서
  CASE
    WHEN m.attended_on IS NOT NULL THEN 'attended'
    WHEN c.attended = c.members THEN 'attended'
    WHEN c.counted > 0 THEN 'unnamed'
    ELSE 'missed'
  END AS state, -- attended, missed, or unnamed where the department gave a number only | 이수, 미이수, 부서 인원만 있어 알 수 없음
  m.attended_on AS attended_on, -- day of attendance | 이수일
  m.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  m.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM training_member m
JOIN staff_name s ON s.id = m.staff_id
JOIN training_coverage c ON c.sitting = m.sitting AND c.department_id = m.department_id;

-- The sessions owed in each year, and what became of them | 해마다 해야 하는 정기교육과 그 시행
CREATE VIEW training_due AS SELECT
  x.year AS year, -- the year | 연도
  x.month AS month, -- the month it is owed in, YYYY-MM | 해야 하는 달
  x.title AS title, -- what is owed | 교육 이름
  x.due AS due, -- last day of that month | 그달의 마지막 날
  CASE
    WHEN h.held_on IS NOT NULL THEN 'held'
    WHEN x.due < x.today THEN 'overdue'
    WHEN x.month <= substr(x.today, 1, 7) THEN 'owed'
    WHEN h.id IS NOT NULL THEN 'planned'
    ELSE 'ahead'
  END AS state, -- held, planned, owed (its month runs), overdue, ahead | 실시, 예정, 이달, 지남, 앞둠
  h.code AS session, -- the session held or planned for it | 그 교육의 번호
  h.held_on AS held_on, -- day it was held | 교육일
  x.source AS source -- where it is written that it is owed | 근거
FROM (
  SELECT m.year, m.month, m.title, m.source, n.date AS today,
    (SELECT max(d.date) FROM day d WHERE d.date >= m.month || '-01' AND d.date <= m.month || '-31') AS due
  FROM training_month m CROSS JOIN today n
) x
LEFT JOIN training h ON h.id = (SELECT t.id FROM training_for f JOIN training t ON t.id = f.training_id
  WHERE f.month = x.month ORDER BY t.held_on NULLS LAST, t.id LIMIT 1);

-- Training sessions | 교육
CREATE VIEW training_status AS SELECT
  t.id AS id, -- internal number | 내부 번호
  t.code AS code, -- TR-YYYY-NN, permanent | 교육 번호(고정)
  t.title AS title, -- topic | 교육명
  t.year AS year, -- year | 연도
  t.seq AS seq, -- number within the year | 연번
  coalesce(t.held_on, t.planned) AS date, -- day it was held, else the day or month planned | 교육일, 없으면 예정일이나 예정한 달
  CASE WHEN t.void_reason IS NOT NULL THEN 'void' WHEN t.held_on IS NOT NULL THEN 'held' ELSE 'planned' END
    AS state, -- planned, held, void | 예정, 실시, 무효: planned held void
  t.hours AS hours, -- hours, hundredths | 시간(100분의 1)
  t.instructor AS instructor, -- instructor | 강사
  t.instructor_org AS instructor_org, -- the instructor's organisation | 강사 소속
  t.audience AS audience, -- for whom | 대상
  f.month AS due_month, -- the owed month it is for | 정기교육의 달
  CASE WHEN t.held_on IS NOT NULL AND t.org IS NULL THEN
      (SELECT count(*) FROM training_attendance a WHERE a.training_id = t.id AND a.staff_id IS NOT NULL AND a.void_reason IS NULL)
      + coalesce((SELECT CAST(sum(a.headcount) AS BIGINT) FROM training_attendance a WHERE a.training_id = t.id AND a.void_reason IS NULL), 0)
    END AS attended, -- attendance recorded of a session held here, names and counts | 참석 기록(우리 기관이 실시한 것, 이름과 인원)
  t.headcount AS headcount, -- how many were there, as stated | 알려진 참석 인원
  coalesce(t.org, CASE WHEN o.name <> '-' THEN o.name END) AS org, -- whose training | 실시 기관
  t.voluntary AS voluntary, -- whether nobody must attend | 희망자 교육인지
  t.start_time AS start_time, -- hour it began, HH:MM | 시작 시각
  t.planned AS planned, -- day or month planned | 예정일 또는 예정한 달
  t.held_on AS held_on, -- day it was held | 교육일
  t.set_on AS set_on, -- since when it is known | 정한 날
  t.note AS note, -- remark | 비고
  t.source AS source -- where that is written | 출처
FROM training t
CROSS JOIN office o
LEFT JOIN training_for f ON f.training_id = t.id;

-- Who attended each session: persons, and counts of departments | 교육 참석자(직원, 부서 인원)
CREATE VIEW training_attended AS SELECT
  t.code AS session, -- the session | 교육 번호
  t.title AS title, -- its topic | 교육명
  a.attended_on AS attended_on, -- day | 참석일
  CASE WHEN a.staff_id IS NULL THEN (SELECT d.name FROM department_name d WHERE d.id = a.department_id)
    ELSE (SELECT d.name FROM department_name d WHERE d.id = coalesce(m.department_id, s.department_id)) END
    AS department, -- department that day | 그날의 부서
  (SELECT n.code FROM staff_name n WHERE n.id = a.staff_id) AS staff_code, -- code of the person | 직원 번호
  (SELECT n.name FROM staff_name n WHERE n.id = a.staff_id) AS staff, -- name of the person | 이름
  a.headcount AS headcount, -- how many of the department, besides those named | 부서 인원(이름을 적은 사람 말고)
  coalesce(a.department_id, m.department_id, s.department_id) AS department_id, -- internal number of the department | 부서 내부 번호
  a.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  t.year AS year, -- year of the session | 연도
  t.seq AS seq, -- its number within the year | 연번
  a.id AS id -- internal number | 내부 번호
FROM training_attendance a
JOIN training t ON t.id = a.training_id
LEFT JOIN staff s ON s.id = a.staff_id
LEFT JOIN staff_transfer m ON m.id = (SELECT x.id FROM staff_transfer x
  WHERE x.staff_id = a.staff_id AND x.moved_on <= a.attended_on ORDER BY x.moved_on DESC, x.id DESC LIMIT 1)
WHERE a.void_reason IS NULL AND t.void_reason IS NULL;

------------------------------------------------------------------------------------------
-- Awards: commendations and contests of other bodies, and what came of them
------------------------------------------------------------------------------------------

-- org and department_text are set where the award is another office's; record_code is the
-- code of the record that it was given for. | 외부 수상. 다른 기관의 것이면 org 와 department_text 에, 관련된 기록의 번호는 record_code 에 둠
CREATE TABLE award (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('contest', 'commendation')),
  contest TEXT NOT NULL,
  body TEXT,
  section TEXT,
  grade TEXT,
  rank INTEGER CHECK (rank > 0),
  org TEXT,
  department_id INTEGER REFERENCES department (id),
  department_text TEXT,
  staff_id INTEGER REFERENCES staff (id),
  case_title TEXT,
  record_code TEXT,
  noted_on TEXT NOT NULL,
  awarded_on TEXT,
  prize TEXT,
  source TEXT,
  void_reason TEXT,
  CHECK (department_id IS NULL OR department_text IS NULL)
) STRICT;
-- Lists go by year and number.
CREATE UNIQUE INDEX award_by_year ON award (year DESC, seq);

-- What came of an award. | 수상의 후속
CREATE TABLE award_outcome (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  award_id INTEGER NOT NULL REFERENCES award (id),
  followed_on TEXT NOT NULL,
  text TEXT NOT NULL,
  link TEXT
) STRICT;
-- What came of one award, the last first.
CREATE INDEX award_outcome_of ON award_outcome (award_id, followed_on);

-- Awards of other bodies | 외부 수상
CREATE VIEW award_status AS SELECT
  a.id AS id, -- internal number | 내부 번호
  a.code AS code, -- AW-YYYY-NN, permanent | 수상 번호(고정)
  a.year AS year, -- year | 연도
  a.seq AS seq, -- number within the year | 연번
  a.kind AS kind, -- contest or commendation | 종류(경진대회, 표창): contest commendation
  a.contest AS contest, -- name of the contest or commendation | 대회·표창 이름
  a.body AS body, -- who gave it | 수여 기관
  a.section AS section, -- section | 부문
  a.grade AS grade, -- grade | 훈격·등급
  a.rank AS rank, -- place | 순위
  coalesce(a.org, CASE WHEN o.name <> '-' THEN o.name END) AS org, -- whose award | 수상 기관
  coalesce((SELECT d.name FROM department_name d WHERE d.id = a.department_id), a.department_text) AS department, -- department | 부서
  (SELECT s.name FROM staff_name s WHERE s.id = a.staff_id) AS staff, -- person | 수상자
  a.case_title AS case_title, -- the case it was given for | 사례명
  r.code AS record, -- code of the record it was given for | 관련 기록
  a.awarded_on AS awarded_on, -- day it was given, if known | 수여일(아는 경우)
  a.prize AS prize, -- prize | 상금·부상
  f.text AS outcome, -- what came of it, latest | 후속(최근)
  f.link AS link, -- where that can be read | 링크
  f.followed_on AS followed_on, -- day of that | 후속일
  a.noted_on AS noted_on, -- since when it is known | 기준일
  a.source AS source, -- where that is written | 출처
  CASE WHEN a.void_reason IS NULL THEN 'won' ELSE 'void' END AS state, -- won, void | 상태: won void
  CASE WHEN a.org IS NULL THEN 1 ELSE 0 END AS ours, -- whether it is this office's | 우리 기관의 것인지
  a.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  a.staff_id AS staff_id -- internal number of the person | 직원 내부 번호
FROM award a
CROSS JOIN office o
LEFT JOIN record r ON r.code = a.record_code
LEFT JOIN award_outcome f ON f.id =
  (SELECT x.id FROM award_outcome x WHERE x.award_id = a.id ORDER BY x.followed_on DESC, x.id DESC LIMIT 1);

-- How many awards there were, by year, contest and grade | 연도별·대회별·등급별 수상 건수
CREATE VIEW award_count AS SELECT
  a.year AS year, -- year | 연도
  a.contest AS contest, -- name of the contest or commendation | 대회·표창 이름
  a.grade AS grade, -- grade | 훈격·등급
  count(*) AS awards, -- awards in all | 수상 건수
  CAST(sum(CASE WHEN a.org IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS ours -- this office's among them | 우리 기관의 수상
FROM award a
WHERE a.void_reason IS NULL
GROUP BY a.year, a.contest, a.grade;

------------------------------------------------------------------------------------------
-- Evaluation: rounds with their criteria, entries, raters, scores, grades and results
------------------------------------------------------------------------------------------

-- What a round may begin with: criteria, or for departments indicators with their points for
-- each unit. outcome marks what judges the result: model failures are not judged by it.
-- | 평가를 시작할 때 쓸 수 있는 항목이나 지표. outcome 은 결과를 보는 항목이라 모범실패사례에는 쓰지 않음
CREATE TABLE rubric_criterion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  rubric TEXT NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  max INTEGER NOT NULL CHECK (max > 0),
  outcome INTEGER NOT NULL DEFAULT 0 CHECK (outcome IN (0, 1)),
  indicator TEXT,
  unit TEXT,
  unit_points INTEGER CHECK (unit_points > 0),
  since_on TEXT NOT NULL,
  source TEXT,
  UNIQUE (rubric, seq)
) STRICT;

-- Rounds of an evaluation. A later stage names the round it follows, how many of that came
-- through, and where a tie lay across the cut whom a person let through and why. | 평가(단계마다 한 줄)
CREATE TABLE eval_round (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  track TEXT NOT NULL DEFAULT 'individual' CHECK (track IN ('individual', 'team', 'model_failure', 'department')),
  method TEXT NOT NULL DEFAULT 'mean' CHECK (method IN ('mean', 'median')),
  trim INTEGER NOT NULL DEFAULT 0 CHECK (trim BETWEEN 0 AND 100),
  bonus_max INTEGER CHECK (bonus_max >= 0),
  tie_receipt INTEGER NOT NULL DEFAULT 0 CHECK (tie_receipt IN (0, 1)),
  after_id INTEGER REFERENCES eval_round (id),
  keep INTEGER CHECK (keep > 0),
  keep_tied TEXT,
  keep_reason TEXT,
  count_from TEXT,
  count_to TEXT,
  opened_on TEXT NOT NULL,
  closed_on TEXT,
  closed_hash TEXT,
  closed_missing INTEGER,
  closed_reason TEXT,
  void_reason TEXT,
  CHECK ((closed_on IS NULL) = (closed_hash IS NULL)),
  UNIQUE (year, seq)
) STRICT;

-- Parts of a total. Weights are hundredths of a per cent: 10000 counts once. An indicator counts
-- events of a department: so many points a unit, up to its maximum. | 총점의 구성. 가중치는 만분율(10000 이면 한 번)
CREATE TABLE eval_component (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('review', 'vote', 'carried', 'indicator')),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
  max INTEGER NOT NULL CHECK (max BETWEEN 1 AND 1000000),
  indicator TEXT,
  unit TEXT,
  unit_points INTEGER CHECK (unit_points > 0),
  set_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (round_id, seq),
  CHECK ((kind = 'indicator') = (indicator IS NOT NULL)),
  CHECK ((indicator IS NULL) = (unit_points IS NULL))
) STRICT;

-- What raters score | 평가항목
CREATE TABLE eval_criterion (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  component_id INTEGER REFERENCES eval_component (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  max INTEGER NOT NULL CHECK (max BETWEEN 1 AND 1000000),
  tie_order INTEGER,
  outcome INTEGER NOT NULL DEFAULT 0 CHECK (outcome IN (0, 1)),
  set_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (round_id, seq)
) STRICT;

-- Entries of a round; receipt is the day of receipt in the first stage. | 평가의 후보
CREATE TABLE eval_entry (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  department_id INTEGER REFERENCES department (id),
  body TEXT,
  task_id INTEGER REFERENCES task (id),
  lesson TEXT,
  receipt TEXT,
  received_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (round_id, code)
) STRICT;

-- Whose merit an entry is: each person's share in per cent, 100 together. | 공적자와 기여율(합계 100)
CREATE TABLE entry_member (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 100),
  role TEXT,
  set_on TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- A person has one share of an entry.
CREATE UNIQUE INDEX entry_member_once ON entry_member (entry_id, staff_id) WHERE void_reason IS NULL;

-- Misconduct that the check of records found; what it is found in is no model failure. | 확인된 비위
CREATE TABLE entry_misconduct (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  found_on TEXT NOT NULL,
  finding TEXT NOT NULL,
  document TEXT,
  void_reason TEXT
) STRICT;
-- What was found in one entry.
CREATE INDEX entry_misconduct_of ON entry_misconduct (entry_id);

-- What came of the lesson of a model failure: a plan action or training of the next year. | 시사점의 후속
CREATE TABLE lesson_link (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  record_code TEXT NOT NULL,
  linked_on TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- A lesson is linked to a record once.
CREATE UNIQUE INDEX lesson_link_once ON lesson_link (entry_id, record_code) WHERE void_reason IS NULL;

-- Raters are known by code; a name is masked and stands in private. | 심사위원은 번호로 알며, 이름은 가려져 따로 보관됨
CREATE TABLE rater (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  code TEXT NOT NULL,
  name TEXT,
  private_id INTEGER REFERENCES private (id),
  set_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (round_id, code)
) STRICT;

-- A rater who may not judge an entry; the sheet is set aside, whenever this is declared.
-- | 이해관계로 심사할 수 없는 위원. 언제 신고하든 그 심사표는 빠짐
CREATE TABLE rater_conflict (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  declared_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (entry_id, rater_id)
) STRICT;

-- The round stands here too, so that the sheets of one round are read without the others'.
-- | 점수. 한 평가의 심사표만 읽을 수 있도록 평가도 함께 적음
CREATE TABLE eval_score (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  rater_id INTEGER NOT NULL REFERENCES rater (id),
  criterion_id INTEGER NOT NULL REFERENCES eval_criterion (id),
  points INTEGER NOT NULL CHECK (points >= 0),
  scored_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (round_id, entry_id, rater_id, criterion_id)
) STRICT;

-- What an entry has in a component that no rater scores: a vote, a result carried over, and in
-- an indicator, with its units, from the day the round is closed. | 심사위원이 매기지 않는 점수: 투표, 이월 점수, 지표
CREATE TABLE component_score (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  component_id INTEGER NOT NULL REFERENCES eval_component (id),
  points INTEGER NOT NULL CHECK (points >= 0),
  units INTEGER CHECK (units >= 0),
  scored_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (entry_id, component_id)
) STRICT;

-- Points added or, below zero, taken off after weighting. | 가중한 뒤 더하거나(음수면 빼는) 가점
CREATE TABLE eval_bonus (
  id INTEGER PRIMARY KEY,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  points INTEGER NOT NULL,
  reason TEXT NOT NULL,
  granted_on TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- The bonuses of one entry.
CREATE INDEX eval_bonus_of ON eval_bonus (entry_id);

-- Grades from the highest down, each for a number of entries or a share of them. | 높은 것부터의 등급과 그 정원 또는 비율
CREATE TABLE eval_grade (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  quota INTEGER CHECK (quota >= 0),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  set_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (round_id, seq),
  CHECK ((quota IS NULL) <> (percent IS NULL))
) STRICT;

-- What a person decided where a tie lies across a grade's edge; without a grade, none. It
-- holds for the tie it was made for, as the evaluation table told it then. | 등급의 경계에 걸린 동점을 사람이 정한 것. 정할 때의 집계에만 유효함
CREATE TABLE grade_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  grade_id INTEGER REFERENCES eval_grade (id),
  tie TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_on TEXT NOT NULL
) STRICT;
-- The last decision about one entry in one tie.
CREATE INDEX grade_decision_of ON grade_decision (entry_id, tie, decided_on);

-- The results of a closed round, as they were closed. | 마감한 평가의 결과, 마감할 때 그대로
CREATE TABLE eval_result (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  entry TEXT NOT NULL,
  title TEXT NOT NULL,
  rank INTEGER,
  tied INTEGER NOT NULL CHECK (tied IN (0, 1)),
  total INTEGER,
  raters INTEGER NOT NULL,
  missing INTEGER NOT NULL,
  grade TEXT,
  criteria TEXT,
  settled_on TEXT NOT NULL,
  UNIQUE (round_id, entry)
) STRICT;

-- The body that decided on the results of a closed round, its day and its minutes. | 종결된 평가의
-- 결과를 의결한 기구와 의결일, 회의록
CREATE TABLE eval_adoption (
  id INTEGER PRIMARY KEY,
  round_id INTEGER NOT NULL REFERENCES eval_round (id),
  body TEXT NOT NULL,
  adopted_on TEXT NOT NULL,
  document TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- A round is decided on once.
CREATE UNIQUE INDEX eval_adoption_once ON eval_adoption (round_id) WHERE void_reason IS NULL;

-- Who of the body was there. A name is masked and stands in private. | 의결에 참석한 위원. 이름은 가려지고
-- 원본은 private에 있음
CREATE TABLE eval_attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  adoption_id INTEGER NOT NULL REFERENCES eval_adoption (id),
  code TEXT NOT NULL,
  rater_id INTEGER REFERENCES rater (id),
  name TEXT,
  private_id INTEGER REFERENCES private (id),
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  met_on TEXT NOT NULL,
  UNIQUE (adoption_id, code)
) STRICT;

-- A member who took no part in deciding on an entry. | 항목의 의결에서 빠진(회피한) 위원
CREATE TABLE eval_recusal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  attendance_id INTEGER NOT NULL REFERENCES eval_attendance (id),
  entry_id INTEGER NOT NULL REFERENCES eval_entry (id),
  reason TEXT NOT NULL,
  recused_on TEXT NOT NULL,
  UNIQUE (attendance_id, entry_id)
) STRICT;

-- Evaluation rounds as they stand | 평가 회차 현황
CREATE VIEW evaluation_round AS SELECT
  r.id AS id, -- internal number | 내부 번호
  r.code AS code, -- EV-YYYY-NN, permanent | 평가 번호(고정)
  r.title AS title, -- title | 평가명
  r.year AS year, -- year | 연도
  r.seq AS seq, -- number within the year | 연번
  r.track AS track, -- individual team model_failure department | 부문: individual team model_failure department
  r.method AS method, -- mean or median of the sheets | 집계 방법(평균, 중앙값)
  r.trim AS trim, -- highest and lowest sheets left out, each | 제외하는 최고·최저 심사표 수(각각)
  r.bonus_max AS bonus_max, -- most bonus points, hundredths | 가점 한도 (100분의 1 단위)
  r.tie_receipt AS tie_receipt, -- whether the earlier receipt splits ties | 동점이면 먼저 접수한 것이 앞서는지
  (SELECT string_agg(c.name, ', ') OVER (ORDER BY c.tie_order) FROM eval_criterion c
    WHERE c.round_id = r.id AND c.void_reason IS NULL AND c.tie_order IS NOT NULL
    ORDER BY c.tie_order DESC LIMIT 1) AS tie_criteria, -- criteria that split ties, in order | 동점 처리 항목(순서대로)
  CASE WHEN r.void_reason IS NOT NULL THEN 'void' WHEN r.closed_on IS NOT NULL THEN 'closed' ELSE 'open' END
    AS state, -- open closed void | 상태: open closed void
  (SELECT count(*) FROM eval_criterion c WHERE c.round_id = r.id AND c.void_reason IS NULL) AS criteria, -- number of criteria | 항목 수
  (SELECT count(*) FROM eval_entry e WHERE e.round_id = r.id AND e.void_reason IS NULL) AS entries, -- number of entries | 후보 수
  (SELECT count(*) FROM rater a WHERE a.round_id = r.id AND a.void_reason IS NULL) AS raters, -- number of raters | 심사위원 수
  r.opened_on AS opened_on, -- when it was opened | 개시일
  r.closed_on AS closed_on, -- when it was closed | 마감일
  r.closed_missing AS closed_missing, -- sheets that were still owed then | 마감 때 빠진 심사표 수
  r.closed_reason AS closed_reason, -- why it was closed without them | 빠진 채 마감한 사유
  r.closed_hash AS closed_hash, -- hash of the results as closed | 마감 결과의 해시
  p.code AS after, -- the round whose next stage it is | 앞 단계 평가
  r.keep AS keep, -- how many came through from there | 앞 단계에서 올라온 수
  r.keep_tied AS keep_tied, -- whom a person let through of those tied at the cut | 동점에서 사람이 올린 후보
  r.keep_reason AS keep_reason, -- why | 그 사유
  r.count_from AS count_from, -- first day whose events indicators count | 지표 집계 첫날
  r.count_to AS count_to, -- last day whose events indicators count | 지표 집계 끝날
  a.body AS body, -- the body that decided on its results | 결정 기관
  a.adopted_on AS adopted_on, -- day of that | 결정일
  a.document AS document -- its minutes | 회의록
FROM eval_round r
LEFT JOIN eval_round p ON p.id = r.after_id
LEFT JOIN eval_adoption a ON a.round_id = r.id AND a.void_reason IS NULL;

-- What departments did that an indicator may count; a noun adds its line | 지표가 세는 부서의 일(업무마다 한 줄)
CREATE VIEW department_event AS
SELECT
  'task_proposed' AS indicator, -- task_proposed task_selected task_met consult_filed consult_answered training_attended award_won nominated nomination_accepted | 지표: task_proposed task_selected task_met consult_filed consult_answered training_attended award_won nominated nomination_accepted
  t.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  t.proposed_on AS "on", -- the day it happened | 있었던 날
  1 AS units -- how many | 수
-- A task that goes on from another year was found before.
FROM task t WHERE t.void_reason IS NULL AND t.origin_id IS NULL
-- Selected before its year began, as one that was carried over, it counts in its year.
UNION ALL SELECT 'task_selected', t.department_id, CASE WHEN t.selected_on < CAST(t.year AS TEXT) || '-01-01' THEN CAST(t.year AS TEXT) || '-01-01' ELSE t.selected_on END, 1
FROM task t WHERE t.void_reason IS NULL AND t.selected_on IS NOT NULL
UNION ALL SELECT 'task_met', s.department_id, s.closed_on, 1 FROM task_status s WHERE s.state = 'completed' AND s.outcome = 'met'
UNION ALL SELECT 'consult_filed', c.department_id, c.received_on, 1 FROM consultation c
-- One that was returned or withdrawn came to nothing and earns nothing.
WHERE c.void_reason IS NULL AND (c.closed_as IS NULL OR c.closed_as NOT IN ('returned', 'withdrawn'))
UNION ALL SELECT 'consult_answered', c.department_id, c.closed_on, 1 FROM consultation c WHERE c.void_reason IS NULL AND c.closed_as = 'answered'
-- All sessions of one owed month count once, as coverage has it.
UNION ALL SELECT 'training_attended', c.department_id, h.held_on, c.attended
FROM training_coverage c JOIN (SELECT x.sitting, min(x.held_on) AS held_on FROM training_sitting x GROUP BY x.sitting) h ON h.sitting = c.sitting
UNION ALL SELECT 'training_attended', h.department_id, h.attended_on, CASE WHEN h.headcount > h.room THEN h.room ELSE h.headcount END
-- Of what nobody must attend: a headcount is no more than the members of that day who are not named.
FROM (
  SELECT a.department_id, a.attended_on, a.headcount,
    (SELECT count(*) FROM staff s
      LEFT JOIN staff_transfer t ON t.id = (SELECT m.id FROM staff_transfer m
        WHERE m.staff_id = s.id AND m.moved_on <= a.attended_on ORDER BY m.moved_on DESC, m.id DESC LIMIT 1)
      WHERE s.void_reason IS NULL AND s.since_on <= a.attended_on AND (s.left_on IS NULL OR s.left_on >= a.attended_on)
        AND coalesce(t.department_id, s.department_id) = a.department_id)
    - (SELECT count(*) FROM training_attended n
        WHERE n.session = a.session AND n.department_id = a.department_id AND n.staff_id IS NOT NULL) AS room
  FROM training_attended a WHERE a.headcount IS NOT NULL AND a.session IN (SELECT t.code FROM training t WHERE t.voluntary = 1)
) h
UNION ALL SELECT 'training_attended', a.department_id, a.attended_on, 1
FROM training_attended a WHERE a.headcount IS NULL AND a.session IN (SELECT t.code FROM training t WHERE t.voluntary = 1)
UNION ALL SELECT 'award_won', w.department_id, w.awarded_on, 1 FROM award w
WHERE w.void_reason IS NULL AND w.department_id IS NOT NULL AND w.awarded_on IS NOT NULL
UNION ALL SELECT 'nominated', m.department_id, m.received_on, 1 FROM nomination m
WHERE m.void_reason IS NULL AND NOT EXISTS (SELECT 1 FROM nomination_act y WHERE y.nomination_id = m.id AND y.kind = 'merged')
UNION ALL SELECT 'nomination_accepted', m.department_id, y.acted_on, 1 FROM nomination m
-- The last decision holds.
JOIN nomination_act y ON y.kind = 'accepted' AND y.id = (SELECT a.id FROM nomination_act a
  WHERE a.nomination_id = m.id AND a.kind IN ('accepted', 'rejected') ORDER BY a.acted_on DESC, a.id DESC LIMIT 1)
WHERE m.void_reason IS NULL AND NOT EXISTS (SELECT 1 FROM nomination_act z WHERE z.nomination_id = m.id AND z.kind = 'merged');

-- What departments have in the indicators of a round: as it was closed, else as of today | 평가의 지표별 실적(마감한 것은 마감 때, 아니면 지금)
CREATE VIEW evaluation_indicator AS
SELECT
  x.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  x.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  x.component_id AS component_id, -- internal number of the component | 구성 요소 내부 번호
  x.units AS units, -- how many | 실적
  CASE WHEN x.units * x.unit_points > x.max THEN x.max ELSE x.units * x.unit_points END
    AS points -- its points, hundredths, up to the maximum | 점수(한도까지), 100분의 1 단위
FROM (
  SELECT k.round_id, e.id AS entry_id, k.id AS component_id, k.unit_points, k.max, coalesce(u.units, 0) AS units
  FROM eval_component k
  JOIN eval_round r ON r.id = k.round_id AND r.closed_on IS NULL
  JOIN eval_entry e ON e.round_id = k.round_id AND e.department_id IS NOT NULL AND e.void_reason IS NULL
  LEFT JOIN (
    SELECT c.id, v.department_id, CAST(sum(v.units) AS BIGINT) AS units
    FROM eval_component c
    JOIN eval_round o ON o.id = c.round_id
    JOIN department_event v ON v.indicator = c.indicator
      AND v."on" >= coalesce(o.count_from, CAST(o.year AS TEXT) || '-01-01') AND v."on" <= coalesce(o.count_to, CAST(o.year AS TEXT) || '-12-31')
    WHERE c.indicator IS NOT NULL AND o.closed_on IS NULL
    GROUP BY c.id, v.department_id) u ON u.id = k.id AND u.department_id = e.department_id
  WHERE k.indicator IS NOT NULL AND k.void_reason IS NULL
) x
UNION ALL SELECT k.round_id, s.entry_id, s.component_id, s.units, s.points
FROM component_score s JOIN eval_component k ON k.id = s.component_id
JOIN eval_round r ON r.id = k.round_id AND r.closed_on IS NOT NULL
WHERE k.indicator IS NOT NULL AND k.void_reason IS NULL AND s.void_reason IS NULL;

-- Whose merit each entry is | 후보의 대상자와 기여도
CREATE VIEW evaluation_member AS SELECT
  r.code AS round, -- code of the round | 평가 번호
  e.code AS entry, -- code of the entry | 후보 번호
  e.title AS title, -- title of the entry | 후보
  s.code AS staff_code, -- code of the person | 직원 번호
  s.name AS staff, -- name of the person | 이름
  m.share AS share, -- per cent of the merit | 기여도(%)
  m.role AS role, -- what the person did | 역할
  CASE WHEN t.selected_on <= coalesce(r.closed_on, t.selected_on) AND m.staff_id = coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id AND l.led_on <= coalesce(e.receipt, e.received_on) ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id)
    THEN 1 ELSE 0 END
    AS is_lead, -- whether the person answers for the key task that it is about | 중점과제 주담당자인지
  m.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  m.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  e.round_id AS round_id -- internal number of the round | 평가 내부 번호
FROM entry_member m
JOIN eval_entry e ON e.id = m.entry_id AND e.void_reason IS NULL
JOIN eval_round r ON r.id = e.round_id AND r.void_reason IS NULL
JOIN staff_name s ON s.id = m.staff_id
LEFT JOIN task t ON t.id = e.task_id AND t.void_reason IS NULL
WHERE m.void_reason IS NULL;

-- Who of the deciding body was there, and from which entries each was recused | 결정 기관의 출석과 회피·기피
CREATE VIEW evaluation_attendance AS SELECT
  r.code AS round, -- code of the round | 평가 번호
  n.body AS body, -- the body | 결정 기관
  n.adopted_on AS adopted_on, -- its day | 결정일
  a.code AS member, -- code of the member | 위원 번호
  coalesce(a.name, w.name) AS name, -- name, masked | 이름(가림)
  a.present AS present, -- whether the member was there | 출석 여부
  e.code AS recused_from, -- an entry that the member took no part in | 회피한 후보
  x.reason AS reason, -- why | 사유
  n.round_id AS round_id -- internal number of the round | 평가 내부 번호
FROM eval_adoption n
JOIN eval_round r ON r.id = n.round_id AND r.void_reason IS NULL
JOIN eval_attendance a ON a.adoption_id = n.id
LEFT JOIN rater w ON w.id = a.rater_id
LEFT JOIN (
  SELECT q.attendance_id, q.entry_id, q.reason FROM eval_recusal q
  UNION ALL SELECT b.id, f.entry_id, f.reason
  FROM rater_conflict f JOIN eval_attendance b ON b.rater_id = f.rater_id
  WHERE f.void_reason IS NULL AND b.present = 1
    AND NOT EXISTS (SELECT 1 FROM eval_recusal q WHERE q.attendance_id = b.id AND q.entry_id = f.entry_id)
) x ON x.attendance_id = a.id
LEFT JOIN eval_entry e ON e.id = x.entry_id AND e.void_reason IS NULL
WHERE n.void_reason IS NULL;

-- Components of a round; a round without any has one, all of its criteria | 평가의 구성 요소(없으면 심사 하나)
CREATE VIEW evaluation_component AS
SELECT
  k.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  k.id AS id, -- internal number, 0 where it is implied | 내부 번호(따로 없으면 0)
  k.seq AS seq, -- order | 순서
  k.name AS name, -- name | 이름
  k.kind AS kind, -- review vote carried indicator | 종류(심사, 투표, 이월, 지표): review vote carried indicator
  k.weight AS weight, -- hundredths of a per cent | 가중치(만분율)
  k.max AS max -- maximum, hundredths | 만점 (100분의 1 단위)
FROM eval_component k WHERE k.void_reason IS NULL
UNION ALL SELECT r.id, 0, 0, NULL, 'review', 10000, NULL
FROM eval_round r
WHERE NOT EXISTS (SELECT 1 FROM eval_component k WHERE k.round_id = r.id AND k.void_reason IS NULL);

-- Criteria with the component they count in | 평가 항목과 그 구성 요소
CREATE VIEW evaluation_criterion AS SELECT
  c.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  c.id AS id, -- internal number | 내부 번호
  c.seq AS seq, -- order | 순서
  c.name AS name, -- name | 항목
  c.max AS max, -- maximum, hundredths | 만점 (100분의 1 단위)
  c.tie_order AS tie_order, -- place in the order that splits ties | 동점 처리 순서
  coalesce(k.id, f.id, 0) AS component_id -- the named one, else the first review | 구성 요소(따로 없으면 첫 심사)
FROM eval_criterion c
LEFT JOIN eval_component k ON k.id = c.component_id AND k.void_reason IS NULL
LEFT JOIN (SELECT x.round_id, min(x.id) AS id FROM eval_component x WHERE x.kind = 'review' AND x.void_reason IS NULL GROUP BY x.round_id) f
  ON f.round_id = c.round_id
WHERE c.void_reason IS NULL;

-- Sheets as they were handed in | 제출된 심사표
CREATE VIEW evaluation_handed_in AS SELECT
  q.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  q.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  e.code AS entry, -- code of the entry | 후보 번호
  q.rater_id AS rater_id, -- internal number of the rater | 심사위원 내부 번호
  a.code AS rater, -- code of the rater | 심사위원 번호
  q.scored AS scored, -- criteria scored | 채점한 항목 수
  n.criteria AS criteria, -- criteria in all | 전체 항목 수
  q.points AS points, -- sum of the sheet, hundredths | 심사표 합계 (100분의 1 단위)
  q.trim AS trim, -- how many of the highest and of the lowest are left out | 최고·최저에서 빼는 수
  CASE WHEN f.id IS NULL THEN 0 ELSE 1 END AS set_aside, -- whether a conflict of interest sets it aside | 이해관계로 제외했는지
  CASE WHEN f.id IS NULL AND q.scored = n.criteria THEN 1 ELSE 0 END AS countable -- whether it is complete and without conflict | 완성되고 이해관계가 없는지
-- Whether a round is trimmed is known before its scores are read: who asks for those that are reads no others.
FROM (
  SELECT r.id AS round_id, r.trim, p.entry_id, p.rater_id, count(*) AS scored, CAST(sum(p.points) AS BIGINT) AS points
  FROM eval_round r
  CROSS JOIN eval_score p
  JOIN eval_criterion c ON c.id = p.criterion_id AND c.void_reason IS NULL
  WHERE p.round_id = r.id AND p.void_reason IS NULL
  GROUP BY r.id, r.trim, p.entry_id, p.rater_id) q
JOIN eval_entry e ON e.id = q.entry_id AND e.void_reason IS NULL
JOIN rater a ON a.id = q.rater_id AND a.void_reason IS NULL
JOIN (SELECT c.round_id, count(*) AS criteria FROM eval_criterion c WHERE c.void_reason IS NULL GROUP BY c.round_id) n ON n.round_id = q.round_id
LEFT JOIN rater_conflict f ON f.entry_id = q.entry_id AND f.rater_id = q.rater_id AND f.void_reason IS NULL;

-- Sheets: one rater's scores of one entry, and whether they count | 심사표: 위원 한 사람의 후보 한 건 채점과 산입 여부
CREATE VIEW evaluation_sheet AS SELECT
  y.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  y.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  y.entry AS entry, -- code of the entry | 후보 번호
  y.rater_id AS rater_id, -- internal number of the rater | 심사위원 내부 번호
  y.rater AS rater, -- code of the rater | 심사위원 번호
  y.scored AS scored, -- criteria scored | 채점한 항목 수
  y.criteria AS criteria, -- criteria in all | 전체 항목 수
  y.points AS points, -- sum of the sheet, hundredths | 심사표 합계 (100분의 1 단위)
  y.state AS state -- counted dropped_high dropped_low too_few incomplete set_aside | 산입 여부: counted dropped_high dropped_low too_few incomplete set_aside
FROM (
  SELECT h.round_id, h.entry_id, h.entry, h.rater_id, h.rater, h.scored, h.criteria, h.points,
    CASE WHEN h.set_aside = 1 THEN 'set_aside' WHEN h.countable = 0 THEN 'incomplete' ELSE 'counted' END AS state
  FROM evaluation_handed_in h WHERE h.trim = 0
  UNION ALL SELECT z.round_id, z.entry_id, z.entry, z.rater_id, z.rater, z.scored, z.criteria, z.points,
    CASE
      WHEN z.set_aside = 1 THEN 'set_aside'
      WHEN z.countable = 0 THEN 'incomplete'
      WHEN z.sheets < 2 * z.trim + 2 THEN 'too_few'
      WHEN z.from_top <= z.trim THEN 'dropped_high'
      WHEN z.from_bottom <= z.trim THEN 'dropped_low'
      ELSE 'counted'
    END
  FROM (
    SELECT x.*, row_number() OVER (PARTITION BY x.round_id, x.entry_id, x.countable, CASE WHEN x.from_top <= x.trim THEN 1 ELSE 0 END
      ORDER BY x.points, x.rater DESC) AS from_bottom
    FROM (
      SELECT s.*,
        row_number() OVER (PARTITION BY s.round_id, s.entry_id, s.countable ORDER BY s.points DESC, s.rater DESC) AS from_top,
        count(*) OVER (PARTITION BY s.round_id, s.entry_id, s.countable) AS sheets
      FROM evaluation_handed_in s WHERE s.trim > 0) x) z
) y;

-- What an entry has in each criterion: the mean of the sheets that count | 후보의 항목별 점수(산입한 심사표의 평균)
CREATE VIEW evaluation_criterion_score AS SELECT
  h.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  h.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  p.criterion_id AS criterion_id, -- internal number of the criterion | 항목 내부 번호
  c.tie_order AS tie_order, -- place in the order that splits ties | 동점 처리 순서
  (2 * CAST(sum(p.points) AS BIGINT) + count(*)) / (2 * count(*)) AS points -- hundredths, half up | 점수(소수 둘째 자리, 반올림), 100분의 1 단위
-- The few criteria first: who asks for those that split ties reads no score where there are none.
FROM eval_criterion c
CROSS JOIN evaluation_sheet h
CROSS JOIN eval_score p
WHERE c.void_reason IS NULL AND h.round_id = c.round_id AND h.state = 'counted'
  AND p.round_id = h.round_id AND p.entry_id = h.entry_id AND p.rater_id = h.rater_id AND p.criterion_id = c.id AND p.void_reason IS NULL
GROUP BY h.round_id, h.entry_id, p.criterion_id, c.tie_order;

-- What the sheets that count give an entry in each component | 산입한 심사표의 구성 요소별 합계
CREATE VIEW evaluation_component_sheet AS
WITH criterion AS MATERIALIZED (SELECT * FROM evaluation_criterion)
SELECT
  h.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  h.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  c.component_id AS component_id, -- internal number of the component, 0 where it is implied | 구성 요소 내부 번호
  h.rater_id AS rater_id, -- internal number of the rater | 심사위원 내부 번호
  r.method AS method, -- mean or median | 집계 방법: mean median
  CAST(sum(p.points) AS BIGINT) AS points -- sum, hundredths | 합계 (100분의 1 단위)
-- Sheet by sheet, each with its few scores.
FROM evaluation_sheet h
CROSS JOIN eval_round r
CROSS JOIN eval_score p
CROSS JOIN criterion c
WHERE r.id = h.round_id AND h.state = 'counted'
  AND p.round_id = h.round_id AND p.entry_id = h.entry_id AND p.rater_id = h.rater_id AND p.void_reason IS NULL AND c.id = p.criterion_id
GROUP BY h.round_id, h.entry_id, c.component_id, h.rater_id, r.method;

-- What an entry has in each component | 후보의 구성 요소별 점수
CREATE VIEW evaluation_component_score AS
WITH sheet AS MATERIALIZED (SELECT * FROM evaluation_component_sheet)
SELECT
  m.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  m.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  m.component_id AS component_id, -- internal number of the component, 0 where it is implied | 구성 요소 내부 번호
  (2 * CAST(sum(m.points) AS BIGINT) + count(*)) / (2 * count(*)) AS points -- hundredths, half up | 점수(소수 둘째 자리, 반올림), 100분의 1 단위
FROM (
  SELECT t.round_id, t.entry_id, t.component_id, t.points FROM sheet t WHERE t.method = 'mean'
  UNION ALL SELECT d.round_id, d.entry_id, d.component_id, d.points
  FROM (
    SELECT t.*,
      row_number() OVER (PARTITION BY t.round_id, t.entry_id, t.component_id ORDER BY t.points, t.rater_id) AS place,
      count(*) OVER (PARTITION BY t.round_id, t.entry_id, t.component_id) AS sheets
    FROM sheet t WHERE t.method = 'median') d
  WHERE d.place IN ((d.sheets + 1) / 2, (d.sheets + 2) / 2)) m
GROUP BY m.round_id, m.entry_id, m.component_id
UNION ALL SELECT e.round_id, e.id, s.component_id, s.points
FROM component_score s
JOIN eval_entry e ON e.id = s.entry_id
JOIN eval_component k ON k.id = s.component_id AND k.void_reason IS NULL
WHERE s.void_reason IS NULL AND k.kind NOT IN ('review', 'indicator')
UNION ALL SELECT i.round_id, i.entry_id, i.component_id, i.points FROM evaluation_indicator i;

-- What is joined in an order is joined by a window, each row holding the beginning so far, and
-- the longest is the greatest: an ORDER BY inside an aggregate is not read by SQLite before 3.44,
-- which then could not open the file at all.

-- All that goes into the total of an entry, a row each | 총점에 드는 것 하나하나
CREATE VIEW evaluation_ledger AS
SELECT
  e.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  e.id AS entry_id, -- internal number of the entry | 후보 내부 번호
  0 AS parts, -- a component with a score | 점수가 있는 구성 요소
  0 AS own, -- one that no rater scores | 그중 투표·이월 점수
  0 AS weighted, -- its points times its weight | 점수 × 가중치
  0 AS bonus, -- bonus points | 가점
  0 AS complete, -- a complete sheet without conflict | 완성된 심사표
  0 AS incomplete, -- a sheet begun but not complete | 미완성 심사표
  0 AS conflicts, -- a rater who may not judge it | 이해관계가 있는 심사위원
  CAST(NULL AS TEXT) AS ties -- what splits a tie, as far as one criterion in their order | 동점 처리 값(그 항목까지)
FROM eval_entry e WHERE e.void_reason IS NULL
UNION ALL SELECT s.round_id, s.entry_id, 1, CASE WHEN k.kind = 'review' THEN 0 ELSE 1 END, s.points * k.weight, 0, 0, 0, 0, NULL
FROM evaluation_component_score s JOIN evaluation_component k ON k.round_id = s.round_id AND k.id = s.component_id
UNION ALL SELECT e.round_id, e.id, 0, 0, 0, b.points, 0, 0, 0, NULL
FROM eval_bonus b JOIN eval_entry e ON e.id = b.entry_id WHERE b.void_reason IS NULL
UNION ALL SELECT h.round_id, h.entry_id, 0, 0, 0, 0, CASE WHEN h.state IN ('incomplete', 'set_aside') THEN 0 ELSE 1 END,
  CASE WHEN h.state = 'incomplete' THEN 1 ELSE 0 END, 0, NULL
FROM evaluation_sheet h
UNION ALL SELECT a.round_id, f.entry_id, 0, 0, 0, 0, 0, 0, 1, NULL
FROM rater_conflict f JOIN rater a ON a.id = f.rater_id AND a.void_reason IS NULL WHERE f.void_reason IS NULL
UNION ALL SELECT s.round_id, s.entry_id, 0, 0, 0, 0, 0, 0, 0,
  string_agg(CAST(1000000000 + s.points AS TEXT), '') OVER (PARTITION BY s.round_id, s.entry_id ORDER BY s.tie_order)
FROM evaluation_criterion_score s WHERE s.tie_order IS NOT NULL;

-- Entries with their totals, before ranks | 후보의 총점(순위 전)
CREATE VIEW evaluation_total AS SELECT
  x.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  x.entry_id AS entry_id, -- internal number of the entry | 후보 내부 번호
  CASE WHEN x.parts = k.parts THEN (x.weighted + 5000) / 10000 END AS weighted, -- the components by their weights, half up | 가중 합계(반올림)
  CASE WHEN r.bonus_max < x.bonus THEN r.bonus_max ELSE x.bonus END AS bonus, -- bonus under its cap | 가점(한도 안)
  CASE WHEN x.parts = k.parts
    THEN (x.weighted + 5000) / 10000 + CASE WHEN r.bonus_max < x.bonus THEN r.bonus_max ELSE x.bonus END END
    AS total, -- total, hundredths | 총점 (100분의 1 단위)
  k.own - x.own AS parts_missing, -- votes or carried scores not entered | 입력하지 않은 투표·이월 점수 수
  x.complete AS raters, -- complete sheets without conflict | 이해관계 없는 완성된 심사표 수
  CASE WHEN n.criteria > 0 THEN coalesce(a.raters, 0) - x.conflicts - x.complete ELSE 0 END
    AS missing, -- sheets still owed | 미제출 심사표 수
  x.incomplete AS incomplete, -- of these, begun but not complete | 그중 미완성
  coalesce(x.ties, '') || CASE WHEN r.tie_receipt = 1 THEN CAST(200000 - d.no AS TEXT) ELSE '' END
    AS tie_key -- what splits ties, the greater first | 동점 처리 값(큰 쪽이 앞)
FROM (
  SELECT y.round_id, y.entry_id,
    CAST(sum(y.parts) AS BIGINT) AS parts, CAST(sum(y.own) AS BIGINT) AS own, CAST(sum(y.weighted) AS BIGINT) AS weighted,
    CAST(sum(y.bonus) AS BIGINT) AS bonus, CAST(sum(y.complete) AS BIGINT) AS complete,
    CAST(sum(y.incomplete) AS BIGINT) AS incomplete, CAST(sum(y.conflicts) AS BIGINT) AS conflicts,
    max(y.ties) AS ties
  FROM evaluation_ledger y
  GROUP BY y.round_id, y.entry_id) x
JOIN eval_round r ON r.id = x.round_id
JOIN eval_entry e ON e.id = x.entry_id AND e.void_reason IS NULL
JOIN day d ON d.date = coalesce(e.receipt, e.received_on)
JOIN (
  SELECT z.round_id, count(*) AS parts, CAST(sum(CASE WHEN z.kind = 'review' THEN 0 ELSE 1 END) AS BIGINT) AS own
  FROM evaluation_component z GROUP BY z.round_id) k ON k.round_id = x.round_id
LEFT JOIN (SELECT c.round_id, count(*) AS criteria FROM eval_criterion c WHERE c.void_reason IS NULL GROUP BY c.round_id) n
  ON n.round_id = x.round_id
LEFT JOIN (SELECT z.round_id, count(*) AS raters FROM rater z WHERE z.void_reason IS NULL GROUP BY z.round_id) a ON a.round_id = x.round_id;

-- Places of each grade: by number, or by share with the largest remainder | 등급별 자리: 인원 또는 비율(최대 잔여)
CREATE VIEW evaluation_quota AS SELECT
  z.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  z.id AS id, -- internal number | 내부 번호
  z.seq AS seq, -- order, the highest first | 순서(높은 등급부터)
  z.name AS name, -- name | 등급
  z.percent AS percent, -- share of the entries, where one is set | 비율
  z.size AS size, -- number of entries it is for; what shares leave over has no grade | 인원(비율이 남기는 몫은 등급 없음)
  CAST(sum(z.size) OVER (PARTITION BY z.round_id ORDER BY z.seq) AS BIGINT) - z.size + 1 AS from_place, -- first place in it | 첫 자리
  CAST(sum(z.size) OVER (PARTITION BY z.round_id ORDER BY z.seq) AS BIGINT) AS to_place -- last place in it | 끝자리
FROM (
  SELECT y.round_id, y.id, y.seq, y.name, y.percent, CASE
      WHEN y.percent IS NULL THEN y.quota
      ELSE y.share / 100 + CASE WHEN y.place <= y.entries - y.sure THEN 1 ELSE 0 END
    END AS size
  FROM (
    SELECT x.*,
      CAST(sum(x.share / 100) OVER (PARTITION BY x.round_id) AS BIGINT) AS sure,
      row_number() OVER (PARTITION BY x.round_id ORDER BY x.share % 100 DESC, x.seq) AS place
    FROM (
      SELECT g.round_id, g.id, g.seq, g.name, g.quota, g.percent, n.entries, n.entries * coalesce(g.percent, 0) AS share
      FROM eval_grade g
      JOIN (SELECT e.round_id, count(*) AS entries FROM eval_entry e WHERE e.void_reason IS NULL GROUP BY e.round_id) n ON n.round_id = g.round_id
      WHERE g.void_reason IS NULL
      UNION ALL
      SELECT g.round_id, 0, 1000000, '', NULL, NULL, n.entries, n.entries * (100 - coalesce(CAST(sum(g.percent) AS BIGINT), 100))
      FROM eval_grade g
      JOIN (SELECT e.round_id, count(*) AS entries FROM eval_entry e WHERE e.void_reason IS NULL GROUP BY e.round_id) n ON n.round_id = g.round_id
      WHERE g.void_reason IS NULL
      GROUP BY g.round_id, n.entries
    ) x) y
  WHERE y.id <> 0) z;

-- A tie across an edge is told by its rank, its total, how many are in it, the grades that it
-- lies across with the places where these end and begin, and the entries in it: their least and
-- greatest internal number, the sum and the sum of squares. Up to four entries these are
-- exactly the entries; for more, chance does not come upon others that have all of it alike.

-- The evaluation table: totals, ranks and grades | 평가 집계표: 총점, 순위, 등급
CREATE VIEW evaluation_table AS SELECT
  x.rank AS rank, -- 1, 2, 2, 4 by the total; none without one | 순위(총점이 없으면 없음)
  x.tied AS tied, -- whether another entry has the same rank | 동순위 여부
  r.code AS code, -- code of the round | 평가 번호
  e.code AS entry, -- code of the entry | 후보 번호
  e.title AS title, -- title of the entry | 후보
  coalesce((SELECT d.name FROM department_name d WHERE d.id = e.department_id), e.body) AS department, -- its department, or the body it comes from | 부서(또는 기관)
  x.total AS total, -- total, hundredths | 총점 (100분의 1 단위)
  x.raters AS raters, -- complete sheets without conflict | 완성된 심사표 수
  x.missing AS missing, -- sheets still owed | 미제출 심사표 수
  CASE WHEN x.rank IS NULL THEN NULL WHEN x.tie IS NULL THEN x.grade ELSE dg.name END
    AS grade, -- grade; none while a tie across an edge is undecided | 등급(경계 동점은 결정 전까지 없음)
  CASE WHEN x.tie IS NULL THEN 0 ELSE 1 END AS on_edge, -- whether a tie lies across a grade's edge | 등급 경계의 동점 여부
  CASE WHEN x.tie IS NOT NULL AND g.id IS NULL THEN 1 ELSE 0 END
    AS undecided, -- whether it waits for a person's decision | 결정을 기다리는지
  x.tie AS tie, -- the tie across a grade's edge, for which a decision holds | 등급 경계의 동점(결정은 이 동점에만 유효)
  g.id AS decision_id, -- internal number of the decision that holds | 유효한 결정의 내부 번호
  x.weighted AS weighted, -- the components by their weights | 가중 합계
  x.bonus AS bonus, -- bonus under its cap | 가점
  x.incomplete AS incomplete, -- sheets begun but not complete | 미완성 심사표 수
  x.parts_missing AS parts_missing, -- votes or carried scores not entered | 입력하지 않은 투표·이월 점수 수
  coalesce(e.receipt, e.received_on) AS received_on, -- receipt, in the first stage where there were several | 접수일(여러 단계면 첫 단계)
  x.tie_key AS tie_key, -- what splits ties, the greater first | 동점 처리 값
  x.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  x.entry_id AS entry_id -- internal number of the entry | 후보 내부 번호
FROM (
  SELECT z.*, qa.name AS grade,
    CASE WHEN coalesce(qa.id, 0) <> coalesce(qb.id, 0) THEN
      CAST(z.rank AS TEXT) || ' ' || CAST(z.total AS TEXT) || ' ' || CAST(z.alike AS TEXT)
        || ' ' || coalesce(CAST(qa.id AS TEXT) || ' ' || CAST(qa.to_place AS TEXT), '-')
        || ' ' || coalesce(CAST(qb.id AS TEXT) || ' ' || CAST(qb.from_place AS TEXT), '-')
        || ' ' || CAST(z.least AS TEXT) || ' ' || CAST(z.greatest AS TEXT) || ' ' || CAST(z.ids AS TEXT) || ' ' || CAST(z.squares AS TEXT)
      END AS tie
  FROM (
    SELECT q.*,
      count(*) OVER (PARTITION BY q.round_id, q.rank) AS alike,
      min(q.entry_id) OVER (PARTITION BY q.round_id, q.rank) AS least,
      max(q.entry_id) OVER (PARTITION BY q.round_id, q.rank) AS greatest,
      CAST(sum(q.entry_id) OVER (PARTITION BY q.round_id, q.rank) AS BIGINT) AS ids,
      CAST(sum(q.entry_id * q.entry_id) OVER (PARTITION BY q.round_id, q.rank) AS BIGINT) AS squares,
      CASE WHEN q.rank IS NOT NULL AND count(*) OVER (PARTITION BY q.round_id, q.rank) > 1 THEN 1 ELSE 0 END AS tied
    FROM (
      SELECT t.*,
        CASE WHEN t.total IS NOT NULL THEN rank() OVER (PARTITION BY t.round_id ORDER BY t.total DESC NULLS LAST, t.tie_key DESC) END AS rank
      FROM evaluation_total t) q
  ) z
  LEFT JOIN evaluation_quota qa ON qa.round_id = z.round_id AND z.rank BETWEEN qa.from_place AND qa.to_place
  LEFT JOIN evaluation_quota qb ON qb.round_id = z.round_id AND z.rank + z.alike - 1 BETWEEN qb.from_place AND qb.to_place
) x
JOIN eval_round r ON r.id = x.round_id
JOIN eval_entry e ON e.id = x.entry_id
LEFT JOIN grade_decision g ON g.id =
  (SELECT y.id FROM grade_decision y WHERE y.entry_id = x.entry_id AND y.tie = x.tie ORDER BY y.decided_on DESC, y.id DESC LIMIT 1)
LEFT JOIN eval_grade dg ON dg.id = g.grade_id AND dg.void_reason IS NULL;

-- The results of a round as they would be closed now | 지금 마감한다면 남을 결과
CREATE VIEW evaluation_result AS SELECT
  t.round_id AS round_id, -- internal number of the round | 평가 내부 번호
  t.entry AS entry, -- code of the entry | 후보 번호
  t.title AS title, -- title of the entry | 후보
  t.rank AS rank, -- rank | 순위
  t.tied AS tied, -- whether another entry has the same rank | 동순위 여부
  t.total AS total, -- total, hundredths | 총점 (100분의 1 단위)
  t.raters AS raters, -- complete sheets | 완성된 심사표 수
  t.missing AS missing, -- sheets still owed | 미제출 심사표 수
  t.grade AS grade, -- grade | 등급
  c.criteria AS criteria -- criteria with their points in hundredths | 항목별 점수(100배)
FROM evaluation_table t
LEFT JOIN (
  SELECT x.round_id, x.entry_id, max(x.criteria) AS criteria
  FROM (
    SELECT s.round_id, s.entry_id,
      string_agg(k.name || ' ' || CAST(s.points AS TEXT), ', ') OVER (PARTITION BY s.round_id, s.entry_id ORDER BY k.seq) AS criteria
    FROM evaluation_criterion_score s JOIN eval_criterion k ON k.id = s.criterion_id) x
  GROUP BY x.round_id, x.entry_id) c ON c.round_id = t.round_id AND c.entry_id = t.entry_id;

------------------------------------------------------------------------------------------
-- Nominations of outstanding officials: who is nominated, by whom, and what came of it
------------------------------------------------------------------------------------------

-- When nominations are received, and when the merit may lie. Without a period of a year, they
-- are received all year. | 추천 접수 기간과 대상 실적 기간. 그 해의 기간이 없으면 연중 접수
CREATE TABLE nomination_period (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  merit_from TEXT,
  merit_to TEXT,
  set_on TEXT NOT NULL,
  void_reason TEXT,
  CHECK (starts <= ends),
  CHECK (merit_from <= merit_to)
) STRICT;

-- Grounds on which a nomination is rejected. What an office's own notice says is a row here. |
-- 추천 불채택 사유. 기관의 공고에 있는 사유도 행으로 둠
CREATE TABLE nomination_ground (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  since_on TEXT NOT NULL,
  source TEXT,
  void_reason TEXT
) STRICT;

-- The nominator is masked; the name stands in private. A merged duplicate keeps its own row,
-- and so its own source. | 추천. 추천인은 가려지고 이름은 private에 있음. 병합된 추천도 자기 행과 출처를 그대로 가짐
CREATE TABLE nomination (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  merit TEXT,
  merit_from TEXT,
  merit_to TEXT,
  team TEXT,
  task_id INTEGER REFERENCES task (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  source TEXT NOT NULL CHECK (source IN ('resident', 'employee', 'department', 'self')),
  nominator TEXT,
  private_id INTEGER REFERENCES private (id),
  received_on TEXT NOT NULL,
  void_reason TEXT,
  CHECK (merit_from <= merit_to),
  UNIQUE (year, seq)
) STRICT;
-- The natural key of an imported row, and duplicates.
CREATE INDEX nomination_by_day ON nomination (received_on);

-- The person nominated, or the members of the team with their parts in per cent. | 추천된 사람, 또는
-- 팀원과 기여율(퍼센트)
CREATE TABLE nominee (
  id INTEGER PRIMARY KEY,
  nomination_id INTEGER NOT NULL REFERENCES nomination (id),
  seq INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 100),
  added_on TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- The nominees of one nomination; nobody twice.
CREATE UNIQUE INDEX nominee_of ON nominee (nomination_id, staff_id) WHERE void_reason IS NULL;

-- What happened to a nomination after its receipt. | 접수 뒤 추천의 경과
CREATE TABLE nomination_act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  nomination_id INTEGER NOT NULL REFERENCES nomination (id),
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('confirmed', 'failed', 'accepted', 'rejected', 'merged', 'entered')),
  ground TEXT,
  into_id INTEGER REFERENCES nomination (id),
  round TEXT,
  entry TEXT,
  note TEXT,
  CHECK ((kind = 'rejected') = (ground IS NOT NULL)),
  CHECK ((kind = 'merged') = (into_id IS NOT NULL)),
  CHECK ((kind = 'entered') = (round IS NOT NULL AND entry IS NOT NULL))
) STRICT;
-- The acts of one nomination in order.
CREATE INDEX nomination_act_of ON nomination_act (nomination_id, acted_on);
-- What was merged into one nomination.
CREATE INDEX nomination_merged ON nomination_act (into_id) WHERE kind = 'merged';

-- Periods of reception | 추천 접수 기간
CREATE VIEW nomination_period_status AS SELECT
  p.name AS name, -- its name | 이름
  p.starts AS starts, -- first day of reception | 접수 시작일
  p.ends AS ends, -- last day of reception | 접수 마감일
  p.merit_from AS merit_from, -- first day the merit may lie on | 공적 기간 시작
  p.merit_to AS merit_to, -- last day the merit may lie on | 공적 기간 끝
  p.set_on AS set_on, -- when this was announced | 공고일
  CASE WHEN p.void_reason IS NULL THEN 'on' ELSE 'void' END AS state -- on, void | 상태
FROM nomination_period p;

-- Grounds of rejection | 추천 제외 사유
CREATE VIEW nomination_ground_status AS SELECT
  g.code AS code, -- its word | 사유 부호
  g.name AS name, -- what it says | 사유
  g.source AS source, -- where that is written | 근거
  g.since_on AS since_on, -- since when it holds | 시행일
  CASE WHEN g.void_reason IS NULL THEN 'on' ELSE 'void' END AS state -- on, void | 상태
FROM nomination_ground g;

-- Where a nomination ended up: itself, or the one it was merged into | 병합된 끝의 추천(병합되지 않았으면 자신)
CREATE VIEW nomination_root AS
WITH RECURSIVE merged_up (id, root_id) AS (
  SELECT n.id, n.id FROM nomination n
  WHERE NOT EXISTS (SELECT 1 FROM nomination_act a WHERE a.nomination_id = n.id AND a.kind = 'merged')
  UNION ALL
  SELECT a.nomination_id, u.root_id FROM merged_up u JOIN nomination_act a ON a.into_id = u.id AND a.kind = 'merged'
)
SELECT
  m.id AS id, -- internal number | 내부 번호
  m.root_id AS root_id -- internal number of the one it went into | 병합된 추천의 내부 번호
FROM merged_up m;

-- Entries of rounds that came from nominations and still stand | 추천에서 온 평가 후보(무효 제외)
CREATE VIEW nomination_entry AS SELECT
  a.nomination_id AS nomination_id, -- internal number of the nomination | 추천 내부 번호
  e.id AS entry_id, -- internal number of the entry | 후보 내부 번호
  a.round AS round, -- code of the round | 평가 번호
  a.entry AS entry, -- code of the entry in it | 후보 번호
  a.acted_on AS "on", -- the day | 날짜
  a.id AS id -- internal number of the act | 행위 내부 번호
FROM nomination_act a
JOIN eval_round r ON r.code = a.round AND r.void_reason IS NULL
JOIN eval_entry e ON e.round_id = r.id AND e.code = a.entry AND e.void_reason IS NULL
WHERE a.kind = 'entered';

-- Who nominated: a row a source, merged ones under the nomination they went into | 추천인: 병합된 것은 병합한 추천 아래에
CREATE VIEW nomination_source AS SELECT
  t.code AS nomination, -- the nomination that stands | 추천 번호
  n.code AS code, -- the nomination as it came in | 접수한 추천 번호
  n.source AS source, -- resident employee department self | 추천 경로: resident employee department self
  n.nominator AS nominator, -- the nominator, masked | 추천인(가림)
  n.received_on AS received_on, -- receipt | 접수일
  CASE WHEN n.source <> 'resident' THEN 'not_needed' ELSE coalesce(
    (SELECT a.kind FROM nomination_act a WHERE a.nomination_id = n.id AND a.kind IN ('confirmed', 'failed')
      ORDER BY a.acted_on DESC, a.id DESC LIMIT 1), 'needed') END
    AS check_state, -- real name: needed confirmed failed not_needed | 실명 확인: needed confirmed failed not_needed
  n.title AS title, -- what it says | 추천 내용
  n.id AS id, -- internal number | 내부 번호
  r.root_id AS root_id -- internal number of the one that stands | 병합된 추천의 내부 번호
FROM nomination_root r
JOIN nomination n ON n.id = r.id AND n.void_reason IS NULL
JOIN nomination t ON t.id = r.root_id;

-- Nominations as they stand | 추천 현황
CREATE VIEW nomination_status AS SELECT
  n.id AS id, -- internal number | 내부 번호
  n.code AS code, -- NM-YYYY-NNN, permanent | 추천 번호(고정)
  n.title AS title, -- the merit in a line | 공적 요지
  n.year AS year, -- year of receipt | 접수 연도
  n.seq AS seq, -- number within the year | 연번
  (SELECT string_agg(s.name || CASE WHEN o.share = 100 THEN '' ELSE ' ' || CAST(o.share AS TEXT) || '%' END, ', ') OVER (ORDER BY o.seq)
    FROM nominee o JOIN staff_name s ON s.id = o.staff_id WHERE o.nomination_id = n.id AND o.void_reason IS NULL
    ORDER BY o.seq DESC LIMIT 1) AS nominee, -- who is nominated, a team's members with their parts | 추천 대상(팀은 기여도와 함께)
  (SELECT string_agg(s.code || '=' || CAST(o.share AS TEXT), '; ') OVER (ORDER BY o.seq)
    FROM nominee o JOIN staff_name s ON s.id = o.staff_id WHERE o.nomination_id = n.id AND o.void_reason IS NULL
    ORDER BY o.seq DESC LIMIT 1) AS nominees, -- the same by code, S-NNNN=per cent | 추천 대상의 직원 번호와 기여도
  n.team AS team, -- name of the team | 팀 이름
  (SELECT t.code FROM task t WHERE t.id = n.task_id AND t.void_reason IS NULL) AS task, -- the key task that the merit is about | 관련 중점과제
  CASE WHEN (SELECT count(*) FROM nominee o WHERE o.nomination_id = n.id AND o.void_reason IS NULL) > 1 THEN 'team' ELSE 'person' END
    AS unit, -- person or team | 개인 또는 팀: person team
  (SELECT d.name FROM department_name d WHERE d.id = n.department_id) AS department, -- department of the one nominated | 대상자의 부서
  n.department_id AS department_id, -- its internal number | 부서 내부 번호
  n.source AS source, -- resident employee department self | 추천 경로: resident employee department self
  n.nominator AS nominator, -- the nominator, masked | 추천인(가림)
  (SELECT count(*) FROM nomination_source v WHERE v.root_id = n.id) AS sources, -- nominators in all, with merged ones; 0 when merged itself | 추천인 수(병합 포함, 병합된 것은 0)
  n.received_on AS received_on, -- receipt | 접수일
  CASE
    WHEN n.void_reason IS NOT NULL THEN 'void'
    WHEN i.id IS NOT NULL THEN 'merged'
    WHEN d.kind = 'accepted' AND EXISTS (SELECT 1 FROM nomination_entry x WHERE x.nomination_id = n.id) THEN 'entered'
    ELSE coalesce(d.kind, 'received')
  END AS state, -- received accepted rejected merged entered void | 상태: received accepted rejected merged entered void
  d.ground AS ground, -- ground of a rejection | 제외 사유
  d.acted_on AS decided_on, -- when it was accepted or rejected | 결정일
  coalesce(d.note, i.note) AS reason, -- why it was decided or merged, in the office's words | 결정하거나 병합한 이유
  CASE WHEN n.source <> 'resident' THEN 'not_needed' ELSE coalesce(c.kind, 'needed') END
    AS check_state, -- real name: needed confirmed failed not_needed | 실명 확인: needed confirmed failed not_needed
  c.acted_on AS checked_on, -- when the real name was checked | 실명 확인일
  p.name AS period, -- period of reception it came in | 접수 기간
  CASE
    WHEN p.id IS NULL AND EXISTS (SELECT 1 FROM nomination_period q WHERE q.void_reason IS NULL
      AND substr(q.starts, 1, 4) <= substr(n.received_on, 1, 4) AND substr(q.ends, 1, 4) >= substr(n.received_on, 1, 4)) THEN 'late'
    WHEN p.id IS NULL THEN 'open'
    WHEN coalesce(n.merit_to, n.merit_from) < p.merit_from OR coalesce(n.merit_from, n.merit_to) > p.merit_to THEN 'outside_period'
    ELSE 'within'
  END AS timing, -- open within late outside_period | 기간 안인지: open within late outside_period
  n.merit_from AS merit_from, -- when the merit began | 공적 시작일
  n.merit_to AS merit_to, -- when it ended | 공적 종료일
  (SELECT t.code FROM nomination t WHERE t.id = i.into_id) AS merged_into, -- the nomination it was merged into | 병합한 추천
  i.acted_on AS merged_on, -- when it was merged | 병합일
  (SELECT string_agg(x.round || ':' || x.entry, ', ') OVER (ORDER BY x.id) FROM nomination_entry x
    WHERE x.nomination_id = n.id ORDER BY x.id DESC LIMIT 1) AS entries -- entries of rounds, round:entry | 올린 평가의 후보
FROM nomination n
LEFT JOIN nomination_act d ON d.id = (SELECT a.id FROM nomination_act a
  WHERE a.nomination_id = n.id AND a.kind IN ('accepted', 'rejected') ORDER BY a.acted_on DESC, a.id DESC LIMIT 1)
LEFT JOIN nomination_act c ON c.id = (SELECT a.id FROM nomination_act a
  WHERE a.nomination_id = n.id AND a.kind IN ('confirmed', 'failed') ORDER BY a.acted_on DESC, a.id DESC LIMIT 1)
LEFT JOIN nomination_act i ON i.id = (SELECT a.id FROM nomination_act a WHERE a.nomination_id = n.id AND a.kind = 'merged' LIMIT 1)
LEFT JOIN nomination_period p ON p.id = (SELECT q.id FROM nomination_period q
  WHERE q.void_reason IS NULL AND q.starts <= n.received_on AND q.ends >= n.received_on ORDER BY q.starts DESC, q.id DESC LIMIT 1);

-- What happened to a nomination, in order | 추천의 경과
CREATE VIEW nomination_history AS
SELECT
  n.code AS code, -- the nomination's code | 추천 번호
  n.received_on AS "on", -- the day | 날짜
  'received' AS act, -- what happened | 있었던 일
  n.source AS detail, -- source, ground, into which or as which entry | 경로, 사유, 병합한 추천, 후보
  CAST(NULL AS TEXT) AS note, -- why or how | 이유
  0 AS id, -- order of recording | 기록 순서
  n.id AS nomination_id -- internal number | 내부 번호
FROM nomination n
UNION ALL SELECT n.code, a.acted_on, a.kind,
  CASE a.kind WHEN 'entered' THEN a.round || ':' || a.entry WHEN 'merged' THEN t.code ELSE a.ground END, a.note, a.id, n.id
FROM nomination_act a JOIN nomination n ON n.id = a.nomination_id LEFT JOIN nomination t ON t.id = a.into_id
UNION ALL SELECT t.code, a.acted_on, 'took_in', n.code, a.note, a.id, t.id
FROM nomination_act a JOIN nomination n ON n.id = a.nomination_id JOIN nomination t ON t.id = a.into_id;

-- Pairs that may be one: of one year, with a nominee in common, both standing | 중복으로 보이는 추천: 같은 해에 대상자가 겹치는 것
CREATE VIEW nomination_duplicate AS SELECT
  x.code AS code, -- the later one | 나중 추천
  x.title AS title, -- its title | 공적 요지
  y.code AS other, -- the earlier one | 먼저 들어온 추천
  y.title AS other_title, -- its title | 그 공적 요지
  (SELECT s.name FROM staff_name s WHERE s.id = w.staff_id) AS nominee, -- a nominee of both | 겹치는 대상자
  x.year AS year -- year of receipt | 접수 연도
FROM (
  SELECT b.nomination_id AS later_id, a.nomination_id AS earlier_id, min(a.staff_id) AS staff_id
  FROM nominee a JOIN nominee b ON b.staff_id = a.staff_id AND b.nomination_id > a.nomination_id AND b.void_reason IS NULL
  WHERE a.void_reason IS NULL
  GROUP BY b.nomination_id, a.nomination_id) w
JOIN nomination_status x ON x.id = w.later_id AND x.state = 'received'
JOIN nomination_status y ON y.id = w.earlier_id AND y.year = x.year AND y.state IN ('received', 'accepted', 'entered');

------------------------------------------------------------------------------------------
-- Incentives: participation points, apart from evaluation and never read by it
------------------------------------------------------------------------------------------

-- A set of rules: what caps hold and what a point is worth. Points are hundredths; a cap that
-- is null does not hold. Only grades from grade_from down to 9 earn points, where it is set. |
-- 참여점수 규정: 상한과 점수의 값. 점수는 100분의 1점 단위이고, 상한이 비면 상한이 없음. grade_from이 있으면 그 직급부터 9급까지만 받음
CREATE TABLE incentive_scheme (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  year_max INTEGER CHECK (year_max > 0),
  month_max INTEGER CHECK (month_max > 0),
  month_count INTEGER CHECK (month_count > 0),
  task_once INTEGER NOT NULL CHECK (task_once IN (0, 1)),
  grade_from INTEGER CHECK (grade_from BETWEEN 1 AND 9),
  won INTEGER CHECK (won > 0),
  redeem_step INTEGER CHECK (redeem_step > 0),
  since_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- What an event is worth under a scheme. | 참여점수 체계에서 사건마다 주는 점수
CREATE TABLE incentive_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scheme_id INTEGER NOT NULL REFERENCES incentive_scheme (id),
  event TEXT NOT NULL,
  points INTEGER NOT NULL CHECK (points > 0),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  set_on TEXT NOT NULL,
  source TEXT,
  UNIQUE (scheme_id, event)
) STRICT;

-- Which scheme holds from a year on; without one, none. | 어느 해부터 어느 참여점수 규정을 쓰는지. 없으면 참여점수가 없음
CREATE TABLE incentive_use (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scheme_id INTEGER REFERENCES incentive_scheme (id),
  year INTEGER NOT NULL,
  used_on TEXT NOT NULL
) STRICT;
-- Which scheme holds in a year.
CREATE INDEX incentive_use_of ON incentive_use (year);

-- What someone did that no other record tells: a promotion, a collaboration. Without a person,
-- the department did it. | 다른 기록에 없는 활동(홍보, 협업 등). 사람이 없으면 부서의 활동
CREATE TABLE incentive_activity (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  event TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  task_id INTEGER REFERENCES task (id),
  happened_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (year, seq)
) STRICT;
-- The natural key of an imported row.
CREATE INDEX incentive_activity_by_day ON incentive_activity (happened_on, event);

-- What the office decided about the points of one event for one person or department. | 한 사건으로
-- 개인이나 부서에 줄 참여점수에 대한 결정
CREATE TABLE incentive_credit (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  event TEXT NOT NULL,
  source TEXT NOT NULL,
  task TEXT,
  title TEXT NOT NULL,
  staff_id INTEGER REFERENCES staff (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  decided_on TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('approved', 'rejected')),
  points INTEGER NOT NULL CHECK (points >= 0),
  reason TEXT,
  void_reason TEXT,
  UNIQUE (year, seq),
  CHECK (happened_on <= decided_on)
) STRICT;
-- No event is counted twice for one person, nor for a department.
CREATE UNIQUE INDEX incentive_credit_once ON incentive_credit (source, event, coalesce(staff_id, 0)) WHERE void_reason IS NULL;
-- The points of one person in one year.
CREATE INDEX incentive_credit_of ON incentive_credit (staff_id, year);

-- Points paid out: leave, vouchers, money. | 사용한 참여점수: 휴가, 상품권, 포상금
CREATE TABLE incentive_redemption (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  points INTEGER NOT NULL CHECK (points > 0),
  title TEXT NOT NULL,
  redeemed_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (year, seq)
) STRICT;
-- What one person was paid in one year.
CREATE INDEX incentive_redemption_of ON incentive_redemption (staff_id, year);

-- Who belongs to which department from when, moves included | 직원의 소속 이력(이동 포함)
CREATE VIEW staff_place AS
SELECT
  s.id AS staff_id, -- internal number | 직원 내부 번호
  s.since_on AS from_on, -- from this day | 그날부터
  s.department_id AS department_id, -- in this department | 소속 부서 내부 번호
  0 AS seq -- order within a day | 같은 날의 순서
FROM staff s WHERE s.void_reason IS NULL
UNION ALL SELECT t.staff_id, t.moved_on, t.department_id, t.id FROM staff_transfer t
JOIN staff s ON s.id = t.staff_id AND s.void_reason IS NULL;

-- What gives a person or a department participation points, each by its own record | 점수가 생기는 일: 한 줄에 하나, 근거 기록의 번호와 함께
CREATE VIEW incentive_event AS SELECT
  x.event AS event, -- kind of event, as the rules name it | 항목
  x.source AS source, -- code of the record | 근거 번호
  x.task AS task, -- the key task it belongs to | 관련 과제
  x.title AS title, -- its title | 내용
  x.happened_on AS happened_on, -- the day | 있었던 날
  CAST(substr(x.happened_on, 1, 4) AS INTEGER) AS year, -- its year | 연도
  x.staff_id AS staff_id, -- internal number of the person; null is the department | 직원 내부 번호(없으면 부서)
  coalesce(CASE WHEN w.staff_id IS NOT NULL THEN (SELECT l.department_id FROM staff_transfer l
      WHERE l.staff_id = x.staff_id AND l.moved_on <= x.happened_on ORDER BY l.moved_on DESC, l.id DESC LIMIT 1) END,
    CASE WHEN p.since_on <= x.happened_on AND p.void_reason IS NULL THEN p.department_id END, x.department_id)
    AS department_id, -- department on that day | 그날의 부서 내부 번호
  x.share AS share -- the person's part in per cent | 기여도
FROM (
  SELECT 'consult_filed' AS event, c.code AS source, t.code AS task, c.title, c.received_on AS happened_on,
    coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id AND l.led_on <= c.received_on ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id) AS staff_id, c.department_id, 100 AS share
  FROM consultation c LEFT JOIN task t ON t.id = c.task_id AND t.void_reason IS NULL
  WHERE c.void_reason IS NULL AND (c.closed_as IS NULL OR c.closed_as NOT IN ('returned', 'withdrawn'))
  UNION ALL SELECT 'task_completed', t.code, t.code, t.title, t.closed_on,
    coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id AND l.led_on <= t.closed_on ORDER BY l.led_on DESC, l.id DESC LIMIT 1), k.lead_id), t.department_id, 100
  FROM task_status t JOIN task k ON k.id = t.id WHERE t.state = 'completed'
  UNION ALL SELECT 'milestone_done', t.code || ':' || CAST(m.seq AS TEXT), t.code, m.title, m.done_on,
    coalesce((SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id AND l.led_on <= m.done_on ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id), t.department_id, 100
  FROM milestone m JOIN task t ON t.id = m.task_id AND t.void_reason IS NULL WHERE m.done_on IS NOT NULL AND m.void_reason IS NULL
  UNION ALL SELECT 'nomination_accepted', n.code, t.code, n.title, d.acted_on, o.staff_id, n.department_id, o.share
  FROM nomination n
  LEFT JOIN task t ON t.id = n.task_id AND t.void_reason IS NULL
  JOIN nomination_act d ON d.kind = 'accepted' AND d.id = (SELECT a.id FROM nomination_act a
    WHERE a.nomination_id = n.id AND a.kind IN ('accepted', 'rejected') ORDER BY a.acted_on DESC, a.id DESC LIMIT 1)
  JOIN nominee o ON o.nomination_id = n.id AND o.void_reason IS NULL
  WHERE n.void_reason IS NULL AND NOT EXISTS (SELECT 1 FROM nomination_act i WHERE i.nomination_id = n.id AND i.kind = 'merged')
  UNION ALL SELECT 'selected', r.code || ':' || e.code, t.code, e.title, r.closed_on,
    -- Who led the task when the case came in, in the first stage.
    coalesce(m.staff_id, o.staff_id, (SELECT l.staff_id FROM task_lead l WHERE l.task_id = t.id AND l.led_on <= coalesce(e.receipt, e.received_on) ORDER BY l.led_on DESC, l.id DESC LIMIT 1), t.lead_id),
    coalesce(e.department_id, t.department_id), coalesce(m.share, o.share, 100)
  FROM eval_result v
  -- Who is selected, the last stage decides.
  JOIN eval_round r ON r.id = v.round_id AND r.closed_on IS NOT NULL AND r.void_reason IS NULL
    AND NOT EXISTS (SELECT 1 FROM eval_round q WHERE q.after_id = r.id AND q.void_reason IS NULL)
  JOIN eval_entry e ON e.round_id = r.id AND e.code = v.entry AND e.void_reason IS NULL
  LEFT JOIN task t ON t.id = e.task_id AND t.void_reason IS NULL
  LEFT JOIN entry_member m ON m.entry_id = e.id AND m.void_reason IS NULL
  LEFT JOIN nomination_entry w ON w.entry_id = e.id AND m.id IS NULL
  LEFT JOIN nominee o ON o.nomination_id = w.nomination_id AND o.void_reason IS NULL
  WHERE v.grade IS NOT NULL AND coalesce(e.department_id, t.department_id, m.staff_id, o.staff_id) IS NOT NULL
  UNION ALL SELECT a.event, a.code, t.code, a.title, a.happened_on, a.staff_id, a.department_id, 100
  FROM incentive_activity a LEFT JOIN task t ON t.id = a.task_id AND t.void_reason IS NULL WHERE a.void_reason IS NULL
  UNION ALL SELECT 'training_attended', h.code, CAST(NULL AS TEXT), h.title, b.attended_on, b.staff_id, p.department_id, 100
  FROM training_attendance b JOIN training h ON h.id = b.training_id AND h.void_reason IS NULL JOIN staff p ON p.id = b.staff_id
  WHERE b.void_reason IS NULL
  -- Another noun's events are one more line here.
) x
LEFT JOIN staff p ON p.id = x.staff_id
-- Only of the few who ever moved is it looked up when.
LEFT JOIN (SELECT t.staff_id FROM staff_transfer t GROUP BY t.staff_id) w ON w.staff_id = x.staff_id;

-- Schemes with their caps, and whether this year counts by them | 점수 기준과 한도, 올해 쓰는지
CREATE VIEW incentive_scheme_status AS SELECT
  s.code AS code, -- its word | 기준 부호
  s.name AS name, -- name | 이름
  s.year_max AS year_max, -- most points a person in a year, hundredths | 1인 연 한도 (100분의 1 단위)
  s.month_max AS month_max, -- most points a person in a month | 1인 월 한도
  s.month_count AS month_count, -- most times a person in a month | 1인 월 횟수 한도
  s.task_once AS task_once, -- whether a task counts once, at its highest | 같은 과제는 가장 높은 것 한 번
  s.grade_from AS grade_from, -- highest grade that earns points | 대상 직급(이하)
  s.won AS won, -- won a point | 1점의 금액(원)
  s.redeem_step AS redeem_step, -- points are paid in such steps | 사용 단위 점수
  (SELECT count(*) FROM incentive_rule r WHERE r.scheme_id = s.id AND r.active = 1) AS rules, -- rules that are on | 항목 수
  CASE WHEN s.id = (SELECT u.scheme_id FROM incentive_use u WHERE u.year <= CAST(substr(n.date, 1, 4) AS INTEGER)
    ORDER BY u.year DESC, u.id DESC LIMIT 1) THEN 1 ELSE 0 END AS in_use, -- whether this year counts by it | 올해 쓰는지
  s.source AS source -- where that is written | 근거
FROM incentive_scheme s CROSS JOIN today n;

-- Rules: what an event is worth | 점수 항목
CREATE VIEW incentive_rule_status AS SELECT
  s.code || ':' || r.event AS code, -- scheme:event | 기준:항목
  s.code AS scheme, -- its scheme | 기준
  r.event AS event, -- the event | 항목
  r.points AS points, -- points, hundredths | 점수 (100분의 1 단위)
  r.active AS active, -- whether it holds | 시행 여부
  r.source AS source, -- where that is written | 근거
  r.id AS id -- internal number | 내부 번호
FROM incentive_rule r JOIN incentive_scheme s ON s.id = r.scheme_id;

-- What the office decided, and whether its event still stands | 승인·불승인한 점수와 근거가 그대로인지
CREATE VIEW incentive_credit_status AS SELECT
  k.id AS id, -- internal number | 내부 번호
  k.code AS code, -- IN-YYYY-NNN, permanent | 번호(고정)
  k.year AS year, -- year the points belong to | 연도
  k.event AS event, -- the event | 항목
  k.source AS source, -- code of its record | 근거 번호
  k.task AS task, -- the key task | 관련 과제
  k.title AS title, -- what it was | 내용
  k.staff_id AS staff_id, -- internal number of the person; null is the department | 직원 내부 번호(없으면 부서)
  k.department_id AS department_id, -- internal number of the department then | 부서 내부 번호
  k.happened_on AS happened_on, -- when it happened | 있었던 날
  k.decided_on AS decided_on, -- when it was decided | 결정일
  CASE
    WHEN k.void_reason IS NOT NULL THEN 'void'
    WHEN (k.event, k.source, coalesce(k.staff_id, 0)) IN (SELECT e.event, e.source, coalesce(e.staff_id, 0) FROM incentive_event e) THEN k.outcome
    ELSE 'gone' END
    AS state, -- approved rejected gone void; gone: its record no longer stands | 상태(근거 없음: 근거 기록이 사라짐): approved rejected gone void
  k.points AS points, -- points, hundredths | 점수 (100분의 1 단위)
  k.reason AS reason -- why | 사유
FROM incentive_credit k;

-- Every event that a rule gives points for or that was approved, before any cap | 점수가 붙거나 승인한 일 모두(한도를 따지기 전)
CREATE VIEW incentive_earned AS SELECT
  e.event AS event, -- the event | 항목
  e.source AS source, -- code of its record | 근거 번호
  e.task AS task, -- the key task | 관련 과제
  e.title AS title, -- what it was | 내용
  coalesce(k.happened_on, e.happened_on) AS happened_on, -- when it happened, as approved where it is | 있었던 날(승인한 것은 승인할 때의 날)
  coalesce(k.year, e.year) AS year, -- its year | 연도
  substr(coalesce(k.happened_on, e.happened_on), 1, 7) AS month, -- its month | 달
  e.staff_id AS staff_id, -- internal number of the person; null is the department | 직원 내부 번호(없으면 부서)
  coalesce(k.department_id, e.department_id) AS department_id, -- internal number of the department then | 부서 내부 번호
  coalesce(e.staff_id, -e.department_id) AS holder, -- whose points they are: a person's internal number, a department's below nothing | 점수의 주인(직원 내부 번호, 부서는 음수)
  CASE WHEN s.task_once = 1 AND e.task IS NOT NULL THEN e.task ELSE e.event || ' ' || e.source END
    AS once_key, -- what counts once a year, at its highest | 한 해에 한 번만 세는 단위
  CASE WHEN e.staff_id IS NOT NULL THEN s.month_count END AS month_count, -- how many count in a month; null is any number | 한 달에 세는 건수(없으면 제한 없음)
  CASE WHEN e.staff_id IS NOT NULL THEN s.month_max END AS month_max, -- most points in a month, hundredths | 월 한도(100분의 1점)
  CASE WHEN e.staff_id IS NOT NULL THEN s.year_max END AS year_max, -- most points in a year, hundredths | 연 한도(100분의 1점)
  CASE WHEN k.id IS NULL THEN 0 ELSE 1 END AS approved, -- whether it is approved, else proposed | 승인했는지(아니면 제안)
  CASE WHEN k.id IS NULL THEN (2 * r.points * e.share + 100) / 200 ELSE k.points END
    AS full_points -- points by the rule alone, or as approved, hundredths | 항목 점수(승인한 것은 승인 점수, 100분의 1점)
FROM incentive_event e
LEFT JOIN incentive_credit k ON k.source = e.source AND k.event = e.event AND coalesce(k.staff_id, 0) = coalesce(e.staff_id, 0)
  AND k.void_reason IS NULL
LEFT JOIN (SELECT u.scheme_id, u.year AS since, lead(u.year) OVER (ORDER BY u.year, u.id) AS until FROM incentive_use u) u
  ON u.since <= coalesce(k.year, e.year) AND (u.until IS NULL OR u.until > coalesce(k.year, e.year))
LEFT JOIN incentive_scheme s ON s.id = u.scheme_id
LEFT JOIN incentive_rule r ON r.scheme_id = s.id AND r.event = e.event AND r.active = 1
LEFT JOIN staff p ON p.id = e.staff_id
WHERE k.outcome = 'approved'
  OR (k.id IS NULL AND r.id IS NOT NULL AND (s.grade_from IS NULL OR p.grade IS NULL OR p.grade >= s.grade_from));

-- Points that count: approved ones, and those the rules give for what nobody has decided about. A task counts once at its highest, then the caps, in the order of days, within the room that approved points leave | 점수: 승인한 것과, 기준에 따라 제안되는 것. 같은 과제는 가장 높은 것 한 번, 승인한 점수를 뺀 한도 안에서 날짜순
CREATE VIEW incentive_point AS
WITH earned AS MATERIALIZED (SELECT * FROM incentive_earned),
-- Who may have more than the caps and the tasks let count. Everyone else's points, nearly all there are, count whole.
held AS MATERIALIZED (
  SELECT e.holder, e.year FROM earned e GROUP BY e.holder, e.year
  HAVING min(e.approved) = 0 AND (count(e.task) > 1 OR count(*) > min(e.month_count) OR CAST(sum(e.full_points) AS BIGINT) > min(e.month_max)
    OR CAST(sum(e.full_points) AS BIGINT) > min(e.year_max))
)
SELECT
  x.event AS event, -- the event | 항목
  x.source AS source, -- code of its record | 근거 번호
  x.task AS task, -- the key task | 관련 과제
  x.title AS title, -- what it was | 내용
  x.happened_on AS happened_on, -- when it happened | 있었던 날
  x.year AS year, -- its year | 연도
  x.staff_id AS staff_id, -- internal number of the person; null is the department | 직원 내부 번호(없으면 부서)
  x.department_id AS department_id, -- internal number of the department then | 부서 내부 번호
  x.approved AS approved, -- whether it is approved, else proposed | 승인했는지(아니면 제안)
  x.full_points AS full_points, -- points by the rule alone, or as approved | 항목 점수(승인한 것은 승인 점수)
  x.points AS points, -- points that count | 점수
  CASE
    WHEN x.points = x.full_points THEN 'whole'
    WHEN x.of_task = 0 THEN 'task_counted'
    WHEN x.of_count = 0 THEN 'month_count'
    WHEN x.of_month = 0 THEN 'month_max'
    WHEN x.points = 0 THEN 'year_max'
    ELSE 'part'
  END AS why -- whole part task_counted month_count month_max year_max | 그 점수인 까닭: whole part task_counted month_count month_max year_max
FROM (
  SELECT y.event, y.source, y.task, y.title, y.happened_on, y.year, y.staff_id, y.department_id, y.approved, y.full_points,
    y.full_points AS of_task, y.full_points AS of_count, y.full_points AS of_month, y.full_points AS points
  FROM earned y LEFT JOIN held b ON b.holder = y.holder AND b.year = y.year
  WHERE y.approved = 1 OR b.holder IS NULL
  UNION ALL SELECT c.event, c.source, c.task, c.title, c.happened_on, c.year, c.staff_id, c.department_id, c.approved, c.full_points,
    c.of_task, c.of_count, c.of_month,
    CASE
      WHEN c.year_room IS NULL THEN c.of_month
      WHEN c.year_room <= c.year_before THEN 0
      WHEN c.year_room < c.year_before + c.of_month THEN c.year_room - c.year_before
      ELSE c.of_month
    END
  FROM (
    SELECT d.*, CAST(sum(d.of_month) OVER (PARTITION BY d.holder, d.year, d.approved ORDER BY d.happened_on, d.event, d.source
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) - d.of_month AS year_before
    FROM (
      SELECT f.*, CASE
          WHEN f.approved = 1 OR f.month_room IS NULL THEN f.of_count
          WHEN f.month_room <= f.month_before THEN 0
          WHEN f.month_room < f.month_before + f.of_count THEN f.month_room - f.month_before
          ELSE f.of_count
        END AS of_month
      FROM (
        SELECT g.*, CAST(sum(g.of_count) OVER (PARTITION BY g.holder, g.month, g.approved ORDER BY g.happened_on, g.event, g.source
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) - g.of_count AS month_before
        FROM (
          SELECT h.*, CASE WHEN h.approved = 0 AND h.count_room < h.count_so_far THEN 0 ELSE h.of_task END AS of_count
          FROM (
            SELECT i.*, CAST(sum(CASE WHEN i.of_task > 0 THEN 1 ELSE 0 END) OVER (PARTITION BY i.holder, i.month, i.approved
              ORDER BY i.happened_on, i.event, i.source ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS BIGINT) AS count_so_far
            FROM (
              SELECT j.*, CASE
                  WHEN j.approved = 1 THEN j.full_points
                  WHEN j.place = 1 AND j.full_points > j.task_points THEN j.full_points - j.task_points
                  ELSE 0
                END AS of_task
              FROM (
                SELECT l.*,
                  row_number() OVER (PARTITION BY l.holder, l.year, l.once_key, l.approved
                    ORDER BY l.full_points DESC, l.happened_on, l.event, l.source) AS place,
                  CAST(sum(l.approved * l.full_points) OVER (PARTITION BY l.holder, l.year, l.once_key) AS BIGINT) AS task_points,
                  l.month_count - CAST(sum(l.approved) OVER (PARTITION BY l.holder, l.month) AS BIGINT) AS count_room,
                  l.month_max - CAST(sum(l.approved * l.full_points) OVER (PARTITION BY l.holder, l.month) AS BIGINT) AS month_room,
                  l.year_max - CAST(sum(l.approved * l.full_points) OVER (PARTITION BY l.holder, l.year) AS BIGINT) AS year_room
                FROM (SELECT e.* FROM earned e JOIN held b ON b.holder = e.holder AND b.year = e.year) l
              ) j
            ) i
          ) h
        ) g
      ) f
    ) d
  ) c
  WHERE c.approved = 0
) x;

-- Proposed points with the names of who gets them | 제안 점수와 받을 사람
CREATE VIEW incentive_proposed AS SELECT
  p.source AS source, -- code of the record | 근거 번호
  p.title AS title, -- what it was | 내용
  p.event AS event, -- the event | 항목
  s.name AS staff, -- the person; none is the department | 직원(없으면 부서)
  s.code AS staff_code, -- code of the person | 직원 번호
  d.name AS department, -- department then | 부서
  p.happened_on AS happened_on, -- when it happened | 있었던 날
  p.full_points AS full_points, -- points by the rule alone | 항목 점수
  p.points AS points, -- points proposed | 제안 점수
  p.why AS why, -- whole part task_counted month_count month_max year_max | 그 점수인 까닭: whole part task_counted month_count month_max year_max
  p.task AS task, -- the key task | 관련 과제
  p.year AS year, -- its year | 연도
  p.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  p.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM incentive_point p
LEFT JOIN staff_name s ON s.id = p.staff_id
LEFT JOIN department_name d ON d.id = p.department_id
WHERE p.approved = 0;

-- Points of a person in a year: earned is approved and still proposed; what is not redeemed by 31 December expires | 개인별 연간 점수: 발생=승인+제안, 12월 31일까지 쓰지 않은 것은 소멸
CREATE VIEW incentive_person_year AS SELECT
  x.year AS year, -- the year | 연도
  s.code AS code, -- code of the person | 직원 번호
  s.name AS name, -- name | 이름
  d.name AS department, -- department now | 현재 부서
  CAST(sum(x.approved + x.proposed) AS BIGINT) AS earned, -- approved and proposed, hundredths | 발생 (100분의 1 단위)
  CAST(sum(x.approved) AS BIGINT) AS approved, -- approved | 승인
  CAST(sum(x.redeemed) AS BIGINT) AS redeemed, -- redeemed | 사용
  CASE WHEN n.date > CAST(x.year AS TEXT) || '-12-31' AND CAST(sum(x.approved - x.redeemed) AS BIGINT) > 0 THEN CAST(sum(x.approved - x.redeemed) AS BIGINT) ELSE 0 END
    AS expired, -- expired on 31 December | 소멸
  CASE WHEN n.date > CAST(x.year AS TEXT) || '-12-31' AND CAST(sum(x.approved - x.redeemed) AS BIGINT) > 0 THEN 0 ELSE CAST(sum(x.approved - x.redeemed) AS BIGINT) END
    AS balance, -- approved, not redeemed, not expired; below nothing where the record of what was paid out is gone | 잔여(쓴 점수의 근거가 사라지면 음수)
  d.id AS department_id, -- internal number of the department | 부서 내부 번호
  s.id AS staff_id -- internal number of the person | 직원 내부 번호
FROM (
  SELECT p.year, p.staff_id, p.approved * p.points AS approved, (1 - p.approved) * p.points AS proposed, 0 AS redeemed
  FROM incentive_point p WHERE p.approved = 1 OR p.points > 0
  UNION ALL SELECT r.year, r.staff_id, 0, 0, r.points FROM incentive_redemption r WHERE r.void_reason IS NULL
) x
CROSS JOIN today n
JOIN staff_name s ON s.id = x.staff_id
LEFT JOIN staff_status t ON t.id = x.staff_id
LEFT JOIN department_name d ON d.id = t.department_id
GROUP BY x.year, s.id, s.code, s.name, d.id, d.name, n.date;

-- Points of a department in a year, of its people and its own, and a head: members are counted today or on the year's last day | 부서별 연간 점수(소속 직원과 부서 자체)와 1인당 점수: 인원은 오늘 또는 그해 마지막 날
CREATE VIEW incentive_department_year AS SELECT
  x.year AS year, -- the year | 연도
  d.code AS code, -- code of the department | 부서 번호
  d.name AS name, -- the department | 부서
  x.members AS members, -- its members | 인원
  x.people AS people, -- people who earned points | 점수가 있는 인원
  x.times AS times, -- how often | 건수
  x.earned AS earned, -- approved and proposed, hundredths | 발생 (100분의 1 단위)
  x.approved AS approved, -- approved | 승인
  CASE WHEN x.members > 0 THEN (2 * x.approved + x.members) / (2 * x.members) END AS per_head, -- approved a head, half up | 1인당 승인 점수(반올림)
  CASE WHEN x.members > 0 THEN (200 * x.taking_part + x.members) / (2 * x.members) END AS taking_part, -- per cent of its members who earned points, half up | 인원 가운데 점수가 있는 사람의 비율(반올림)
  d.id AS department_id -- internal number | 부서 내부 번호
FROM (
  WITH earned AS MATERIALIZED (
    SELECT p.year, p.department_id, p.staff_id, count(*) AS times,
      CAST(sum(p.points) AS BIGINT) AS earned, CAST(sum(p.approved * p.points) AS BIGINT) AS approved
    FROM incentive_point p WHERE p.approved = 1 OR p.points > 0
    GROUP BY p.year, p.department_id, p.staff_id
  )
  SELECT z.year, z.department_id, z.people, z.times, z.earned, z.approved, count(m.staff_id) AS members, count(e.staff_id) AS taking_part
  FROM (
    SELECT y.year, y.department_id, count(y.staff_id) AS people, CAST(sum(y.times) AS BIGINT) AS times,
      CAST(sum(y.earned) AS BIGINT) AS earned, CAST(sum(y.approved) AS BIGINT) AS approved,
      CASE WHEN min(n.date) < CAST(y.year AS TEXT) || '-12-31' THEN min(n.date) ELSE CAST(y.year AS TEXT) || '-12-31' END AS counted_on
    FROM earned y
    CROSS JOIN today n
    GROUP BY y.year, y.department_id
  ) z
  LEFT JOIN (
    SELECT s.id AS staff_id, l.department_id, l.from_on, s.left_on, lead(l.from_on) OVER (PARTITION BY l.staff_id ORDER BY l.from_on, l.seq) AS until
    FROM staff_place l JOIN staff s ON s.id = l.staff_id
  ) m ON m.department_id = z.department_id AND m.from_on <= z.counted_on AND (m.until IS NULL OR m.until > z.counted_on)
    AND (m.left_on IS NULL OR m.left_on >= z.counted_on)
  -- Who earned them there and has moved or left since is no member: a rate is of those who are.
  LEFT JOIN earned e ON e.year = z.year AND e.department_id = z.department_id AND e.staff_id = m.staff_id
  GROUP BY z.year, z.department_id, z.people, z.times, z.earned, z.approved
) x
JOIN department_name d ON d.id = x.department_id;

-- The ledger: what was done, what was decided about it, what was paid out | 점수 원장: 활동, 승인·불승인, 사용
CREATE VIEW incentive_ledger AS SELECT
  x.code AS code, -- IA activity, IN points, IR redemption | 번호(IA 활동, IN 점수, IR 사용)
  x.title AS title, -- what it was | 내용
  x.kind AS kind, -- activity points redemption | 구분: activity points redemption
  x.event AS event, -- the event | 항목
  s.name AS staff, -- the person; none is the department | 직원(없으면 부서)
  d.name AS department, -- department then | 부서
  x.task AS task, -- the key task | 관련 과제
  x.happened_on AS happened_on, -- when it happened | 있었던 날
  x.source AS source, -- code of the record | 근거 번호
  x.points AS points, -- points, hundredths | 점수 (100분의 1 단위)
  x.state AS state, -- open decided approved rejected gone redeemed void | 상태: open decided approved rejected gone redeemed void
  x.decided_on AS decided_on, -- when it was decided or paid out | 결정일·사용일
  x.reason AS reason, -- why | 사유
  x.year AS year, -- its year | 연도
  x.seq AS seq, -- number within the year | 연번
  x.staff_id AS staff_id, -- internal number | 직원 내부 번호
  x.department_id AS department_id -- internal number | 부서 내부 번호
FROM (
  SELECT a.code, a.title, 'activity' AS kind, a.event, a.staff_id, a.department_id, t.code AS task, a.happened_on, a.code AS source, CAST(NULL AS INTEGER) AS points,
    CASE WHEN a.void_reason IS NOT NULL THEN 'void'
      WHEN EXISTS (SELECT 1 FROM incentive_credit k WHERE k.source = a.code AND k.event = a.event AND k.void_reason IS NULL) THEN 'decided'
      ELSE 'open' END AS state,
    CAST(NULL AS TEXT) AS decided_on, CAST(NULL AS TEXT) AS reason, a.year, a.seq
  FROM incentive_activity a LEFT JOIN task t ON t.id = a.task_id
  UNION ALL SELECT k.code, k.title, 'points', k.event, k.staff_id, k.department_id, k.task, k.happened_on, k.source, k.points, k.state, k.decided_on, k.reason,
    k.year, q.seq
  FROM incentive_credit_status k JOIN incentive_credit q ON q.id = k.id
  UNION ALL SELECT r.code, r.title, 'redemption', CAST(NULL AS TEXT), r.staff_id,
    (SELECT l.department_id FROM staff_place l WHERE l.staff_id = r.staff_id AND l.from_on <= r.redeemed_on ORDER BY l.from_on DESC, l.seq DESC LIMIT 1),
    CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), -r.points, CASE WHEN r.void_reason IS NULL THEN 'redeemed' ELSE 'void' END, r.redeemed_on,
    CAST(NULL AS TEXT), r.year, r.seq
  FROM incentive_redemption r
) x
LEFT JOIN staff_name s ON s.id = x.staff_id
LEFT JOIN department_name d ON d.id = x.department_id;

------------------------------------------------------------------------------------------
-- Implementation plan: its areas and actions, when it was adopted, what proves an action
------------------------------------------------------------------------------------------

-- Headings that a year's plan may begin with. | 실행계획을 시작할 때 쓸 수 있는 추진분야
CREATE TABLE plan_template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  since_on TEXT NOT NULL,
  source TEXT NOT NULL,
  UNIQUE (code, seq)
) STRICT;

-- The day of the year by which a plan is to be adopted, from a year on; the latest row of the
-- latest such year holds. | 실행계획을 의결해야 하는 날(적용 연도부터). 가장 늦은 것이 유효함
CREATE TABLE plan_due (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_year INTEGER NOT NULL,
  month_day TEXT NOT NULL CHECK (month_day BETWEEN '01-01' AND '12-31'),
  since_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- Kinds of records that plans speak of, so that one without an action is noticed.
-- | 실행계획이 다루는 기록의 종류. 과제에 이어지지 않은 것을 찾는 데 씀
CREATE TABLE plan_evidence_kind (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  since_on TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- A kind is there once.
CREATE UNIQUE INDEX plan_evidence_kind_once ON plan_evidence_kind (kind) WHERE void_reason IS NULL;

-- Areas of a year's plan | 실행계획의 추진분야
CREATE TABLE plan_area (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_en TEXT,
  source TEXT,
  set_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (year, seq)
) STRICT;

-- Actions of a year's plan | 실행계획의 추진과제
CREATE TABLE plan_action (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  area_id INTEGER NOT NULL REFERENCES plan_area (id),
  title TEXT NOT NULL,
  content TEXT,
  department_id INTEGER NOT NULL REFERENCES department (id),
  lead_id INTEGER REFERENCES staff (id),
  due TEXT,
  origin_id INTEGER REFERENCES plan_action (id),
  planned_on TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (year, seq)
) STRICT;
-- The actions of an area.
CREATE INDEX plan_action_of ON plan_action (area_id);
-- What one person is to do.
CREATE INDEX plan_action_lead ON plan_action (lead_id) WHERE lead_id IS NOT NULL;
-- The action that one was carried over to.
CREATE INDEX plan_action_origin ON plan_action (origin_id) WHERE origin_id IS NOT NULL;

-- What happened to an action. | 추진과제의 경과
CREATE TABLE plan_act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action_id INTEGER NOT NULL REFERENCES plan_action (id),
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('done', 'dropped', 'carried', 'reopened')),
  note TEXT
) STRICT;
-- The last act of an action.
CREATE INDEX plan_act_of ON plan_act (action_id, acted_on);

-- A plan as it was adopted, and every later revision: by whom, when, under which document, and
-- the digest of what it said. | 의결한 실행계획과 그 뒤의 차수: 의결기구, 날짜, 문서, 내용의 해시
CREATE TABLE plan_adoption (
  id INTEGER PRIMARY KEY,
  year INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  adopted_on TEXT NOT NULL,
  document TEXT,
  note TEXT,
  areas INTEGER NOT NULL,
  actions INTEGER NOT NULL,
  digest TEXT NOT NULL,
  void_reason TEXT,
  UNIQUE (year, revision)
) STRICT;

-- A record that shows what came of an action, by its code. | 추진과제의 결과를 보이는 기록의 번호
CREATE TABLE plan_evidence (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES plan_action (id),
  record TEXT NOT NULL,
  linked_on TEXT NOT NULL,
  note TEXT,
  void_reason TEXT
) STRICT;
-- A record is linked to an action once.
CREATE UNIQUE INDEX plan_evidence_once ON plan_evidence (action_id, record) WHERE void_reason IS NULL;
-- Whether a record is linked to any action.
CREATE INDEX plan_evidence_by_record ON plan_evidence (record);

------------------------------------------------------------------------------------------
-- Cases for the public: texts, approvals, waivers, publications; and the public section
------------------------------------------------------------------------------------------

-- A case for the public, written from a record of the office (for an evaluation, from one of
-- its entries). What it says stands in its texts, the last of which counts. | 공개할 사례. 기관의 기록(평가라면 그 후보)에서 쓰며, 마지막 글이 유효함
CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('exemplary', 'failure')),
  source TEXT NOT NULL,
  begun_on TEXT NOT NULL,
  void_reason TEXT
) STRICT;
-- Lists go by year and number.
CREATE UNIQUE INDEX case_by_year ON case_file (year DESC, seq);

-- What a case says: one row a writing, never changed. The hash is over all that the public
-- would read, so that an approval binds exactly this. | 사례의 글. 쓸 때마다 한 줄이고 바뀌지 않음. 해시는 공개될 내용 전체의 것이어서 승인은 바로 그 글에만 걸림
CREATE TABLE case_text (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  revision INTEGER NOT NULL,
  department_id INTEGER REFERENCES department (id),
  title TEXT NOT NULL,
  problem TEXT NOT NULL,
  done TEXT NOT NULL,
  effect TEXT NOT NULL,
  lesson TEXT,
  title_en TEXT,
  problem_en TEXT,
  done_en TEXT,
  effect_en TEXT,
  lesson_en TEXT,
  written_on TEXT NOT NULL,
  writer TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (case_id, revision)
) STRICT;

-- Whom a text credits, and so names in public. | 글이 밝히는 공로자
CREATE TABLE case_credit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text_id INTEGER NOT NULL REFERENCES case_text (id),
  seq INTEGER NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  credited_on TEXT NOT NULL,
  UNIQUE (text_id, seq)
) STRICT;

-- Approvals of a text | 글의 승인
CREATE TABLE case_approval (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  text_id INTEGER NOT NULL REFERENCES case_text (id),
  sha256 TEXT NOT NULL,
  approver TEXT NOT NULL,
  approved_on TEXT NOT NULL
) STRICT;
-- Whether a text is approved.
CREATE INDEX case_approval_of ON case_approval (text_id);

-- Something that looks like personal data and may stand, with the reason. It holds for the
-- line as it stood (its hash) and for nothing else. | 개인정보처럼 보이지만 두어도 되는 것과 그 사유. 그 줄이 그대로일 때만 유효함
CREATE TABLE case_waiver (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  field TEXT NOT NULL,
  line INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('staff', 'telephone', 'resident_number', 'plate', 'email')),
  sha256 TEXT NOT NULL,
  waiver TEXT NOT NULL,
  reason TEXT NOT NULL,
  waived_on TEXT NOT NULL
) STRICT;
-- The waivers of a case.
CREATE INDEX case_waiver_of ON case_waiver (case_id);

-- What was published and withdrawn | 사례의 공개와 내림
CREATE TABLE case_publication (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  case_id INTEGER NOT NULL REFERENCES case_file (id),
  text_id INTEGER NOT NULL REFERENCES case_text (id),
  approval_id INTEGER NOT NULL REFERENCES case_approval (id),
  publisher TEXT NOT NULL,
  published_on TEXT NOT NULL,
  withdrawn_on TEXT,
  withdrawn_by TEXT,
  withdrawn_reason TEXT
) STRICT;
-- The last publication of a case.
CREATE INDEX case_publication_of ON case_publication (case_id, published_on);

-- Cases for the public as they stand, with their last text | 대외 사례의 현황과 마지막 글
CREATE VIEW case_status AS SELECT
  c.id AS id, -- internal number | 내부 번호
  c.code AS code, -- CS-YYYY-NN, permanent | 사례 번호(고정)
  t.title AS title, -- title | 제목
  c.kind AS kind, -- exemplary or failure | 구분(우수, 실패): exemplary failure
  c.year AS year, -- year | 연도
  c.seq AS seq, -- number within the year | 연번
  (SELECT d.name FROM department_name d WHERE d.id = t.department_id) AS department, -- its department | 부서
  t.department_id AS department_id, -- its internal number | 부서 내부 번호
  c.source AS source, -- code of the record it was written from | 근거 기록의 번호
  CASE
    WHEN c.void_reason IS NOT NULL THEN 'void'
    WHEN p.id IS NOT NULL AND p.withdrawn_on IS NULL THEN 'published'
    WHEN p.text_id = t.id THEN 'withdrawn'
    WHEN a.id IS NOT NULL THEN 'approved'
    ELSE 'draft'
  END AS state, -- draft approved published withdrawn void | 상태: draft approved published withdrawn void
  t.revision AS revision, -- how often its text was written | 글의 판
  t.writer AS writer, -- who wrote the text last | 마지막으로 쓴 사람
  t.written_on AS written_on, -- when | 쓴 날
  a.approver AS approver, -- who approved this text | 이 글을 승인한 사람
  a.approved_on AS approved_on, -- when | 승인일
  p.published_on AS published_on, -- when it was last published | 공개일
  p.withdrawn_on AS withdrawn_on, -- when it was withdrawn | 내린 날
  p.withdrawn_reason AS withdrawn_reason, -- why | 내린 사유
  (SELECT max(y.names) FROM (
    SELECT string_agg(n.name, ', ') OVER (ORDER BY k.seq) AS names
    FROM case_credit k JOIN staff_name n ON n.id = k.staff_id WHERE k.text_id = t.id) y)
    AS credited, -- names of those it credits | 공로자
  (SELECT max(y.codes) FROM (
    SELECT string_agg(n.code, ', ') OVER (ORDER BY k.seq) AS codes
    FROM case_credit k JOIN staff_name n ON n.id = k.staff_id WHERE k.text_id = t.id) y)
    AS credited_codes, -- their codes | 공로자 번호
  t.problem AS problem, -- what the problem was | 문제
  t.done AS done, -- what was done | 한 일
  t.effect AS effect, -- what came of it | 효과
  t.lesson AS lesson, -- what was learnt | 시사점
  t.title_en AS title_en, -- title in English | 영문 제목
  t.problem_en AS problem_en, -- the problem in English | 영문 문제
  t.done_en AS done_en, -- what was done, in English | 영문 한 일
  t.effect_en AS effect_en, -- the effect in English | 영문 효과
  t.lesson_en AS lesson_en, -- the lesson in English | 영문 시사점
  t.sha256 AS sha256, -- digest of the text, which an approval binds | 글의 해시(승인이 묶는 것)
  c.begun_on AS begun_on, -- when it was begun | 처음 쓴 날
  t.id AS text_id, -- internal number of the text | 글의 내부 번호
  a.id AS approval_id, -- internal number of the approval | 승인의 내부 번호
  p.id AS publication_id -- internal number of the last publication | 마지막 공개의 내부 번호
FROM case_file c
JOIN case_text t ON t.id = (SELECT x.id FROM case_text x WHERE x.case_id = c.id ORDER BY x.revision DESC LIMIT 1)
LEFT JOIN case_approval a ON a.id =
  (SELECT x.id FROM case_approval x WHERE x.text_id = t.id AND x.sha256 = t.sha256 ORDER BY x.approved_on DESC, x.id DESC LIMIT 1)
LEFT JOIN case_publication p ON p.id =
  (SELECT x.id FROM case_publication x WHERE x.case_id = c.id ORDER BY x.published_on DESC, x.id DESC LIMIT 1);

-- What happened to the cases | 대외 사례의 경과
CREATE VIEW case_history AS
SELECT
  c.code AS code, -- code of the case | 사례 번호
  t.written_on AS "on", -- the day | 날짜
  CASE WHEN t.revision = 1 THEN 'written' ELSE 'rewritten' END AS act, -- written rewritten waived approved published withdrawn | 일: written rewritten waived approved published withdrawn
  t.writer AS who, -- who did it | 한 사람
  CAST(NULL AS TEXT) AS field, -- of which part something was waived | 그대로 둔 항목
  t.title AS note, -- title, why it was waived, or why it was withdrawn | 제목, 둔 사유, 내린 사유
  t.revision AS revision, -- of which text; none for a waiver | 글의 판(그대로 두기에는 없음)
  t.revision * 1000 AS step, -- order within a day | 같은 날의 순서
  t.id AS id -- internal number | 내부 번호
FROM case_text t JOIN case_file c ON c.id = t.case_id
UNION ALL SELECT c.code, w.waived_on, 'waived', w.waiver, w.field, w.reason,
  CAST(NULL AS INTEGER), (SELECT coalesce(max(x.revision), 0) * 1000 + 1 FROM case_text x WHERE x.case_id = w.case_id AND x.written_on <= w.waived_on), w.id
FROM case_waiver w JOIN case_file c ON c.id = w.case_id
UNION ALL SELECT c.code, a.approved_on, 'approved', a.approver, CAST(NULL AS TEXT), CAST(NULL AS TEXT), t.revision, t.revision * 1000 + 2, a.id
FROM case_approval a JOIN case_text t ON t.id = a.text_id JOIN case_file c ON c.id = t.case_id
UNION ALL SELECT c.code, p.published_on, 'published', p.publisher, CAST(NULL AS TEXT), CAST(NULL AS TEXT), t.revision,
  t.revision * 1000 + 1 + 2 * (SELECT count(*) FROM case_publication x WHERE x.text_id = p.text_id AND x.id <= p.id), p.id
FROM case_publication p JOIN case_text t ON t.id = p.text_id JOIN case_file c ON c.id = p.case_id
UNION ALL SELECT c.code, p.withdrawn_on, 'withdrawn', p.withdrawn_by, CAST(NULL AS TEXT), p.withdrawn_reason, t.revision,
  t.revision * 1000 + 2 + 2 * (SELECT count(*) FROM case_publication x WHERE x.text_id = p.text_id AND x.id <= p.id), p.id
FROM case_publication p JOIN case_text t ON t.id = p.text_id JOIN case_file c ON c.id = p.case_id
WHERE p.withdrawn_on IS NOT NULL;

-- Where the public turns to. Setting one again takes the earlier one's place. | 주민이 찾을 곳. 다시 정하면 앞의 것을 대신함
CREATE TABLE office_contact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('passive', 'nominate', 'consult')),
  name TEXT NOT NULL,
  telephone TEXT,
  email TEXT,
  address TEXT,
  hours TEXT,
  name_en TEXT,
  address_en TEXT,
  hours_en TEXT,
  set_on TEXT NOT NULL
) STRICT;
-- The contact in force.
CREATE INDEX office_contact_of ON office_contact (kind, set_on);

-- The public section is made from the following views and from nothing else. What they do not
-- select cannot be published.

-- Whose public section it is | 공개 자료의 기관
CREATE VIEW public_office AS SELECT
  o.name AS name, -- name of the organisation | 기관 이름
  o.code AS code -- its code | 기관 코드
FROM office o;

-- Where the public turns to, as it stands | 주민이 연락할 곳
CREATE VIEW public_contact AS SELECT
  x.kind AS kind, -- passive, nominate or consult | 구분(소극행정 신고, 추천, 사전컨설팅): passive nominate consult
  x.name AS name, -- name of the centre or unit | 센터나 부서 이름
  x.telephone AS telephone, -- telephone | 전화
  x.email AS email, -- e-mail | 전자우편
  x.address AS address, -- address | 주소
  x.hours AS hours, -- opening hours | 이용 시간
  x.name_en AS name_en, -- name in English | 영문 이름
  x.address_en AS address_en, -- address in English | 영문 주소
  x.hours_en AS hours_en, -- opening hours in English | 영문 이용 시간
  x.set_on AS set_on -- since when | 정한 날
FROM office_contact x
WHERE x.id = (SELECT y.id FROM office_contact y WHERE y.kind = x.kind ORDER BY y.set_on DESC, y.id DESC LIMIT 1);

-- The time within which pre-consulting is answered | 사전컨설팅 처리 기한
CREATE VIEW public_clock AS SELECT
  r.days AS days, -- number of days | 일수
  r.unit AS unit -- calendar or working | 역일 또는 근무일: calendar working
FROM clock_use_status u JOIN clock_rule r ON r.code = u.rule
WHERE u.kind = 'consult' AND u.in_force = 1;

-- The selected key tasks | 선정된 중점과제
CREATE VIEW public_task AS SELECT
  s.year AS year, -- year | 연도
  s.seq AS seq, -- number within the year | 연번
  s.title AS title, -- title | 과제명
  s.department AS department, -- owning department | 주관부서
  s.state AS state, -- planned on_track delayed suspended completed stopped carried | 상태: planned on_track delayed suspended completed stopped carried
  s.due AS due -- planned end | 완료 예정일
FROM task_status s
WHERE s.state NOT IN ('candidate', 'void');

-- The actions of an adopted plan | 의결된 실행계획의 추진과제
CREATE VIEW public_plan AS SELECT
  s.year AS year, -- year | 연도
  s.area_no AS area_no, -- number of its area | 추진분야 번호
  s.area AS area, -- its area | 추진분야
  s.area_en AS area_en, -- its area in English | 추진분야(영문)
  s.seq AS no, -- number within the year | 연번
  s.title AS title, -- title | 추진과제
  s.department AS department, -- owning department | 담당부서
  s.due AS due, -- planned day | 추진기한
  s.state AS state -- open overdue done dropped carried | 상태: open overdue done dropped carried
FROM plan_action_status s
WHERE s.state <> 'void' AND EXISTS (SELECT 1 FROM plan_adoption d WHERE d.year = s.year AND d.void_reason IS NULL);

-- Published cases: the text that someone other than its writer approved, as it stood then | 공개된 사례: 쓴 사람이 아닌 사람이 승인한 그대로의 글
CREATE VIEW public_case AS SELECT
  c.code AS code, -- code of the case | 사례 번호
  c.kind AS kind, -- exemplary or failure | 구분(우수, 실패): exemplary failure
  c.year AS year, -- year | 연도
  c.seq AS seq, -- number within the year | 연번
  (SELECT d.name FROM department_name d WHERE d.id = t.department_id) AS department, -- its department | 부서
  t.title AS title, -- title | 제목
  t.problem AS problem, -- what the problem was | 문제
  t.done AS done, -- what was done | 한 일
  t.effect AS effect, -- what came of it | 효과
  t.lesson AS lesson, -- what was learnt | 시사점
  t.title_en AS title_en, -- title in English | 영문 제목
  t.problem_en AS problem_en, -- the problem in English | 영문 문제
  t.done_en AS done_en, -- what was done, in English | 영문 한 일
  t.effect_en AS effect_en, -- the effect in English | 영문 효과
  t.lesson_en AS lesson_en, -- the lesson in English | 영문 시사점
  (SELECT max(y.names) FROM (
    SELECT string_agg(n.name, ', ') OVER (ORDER BY k.seq) AS names
    FROM case_credit k JOIN staff_name n ON n.id = k.staff_id WHERE k.text_id = t.id) y)
    AS credited, -- names of those it credits | 공로자
  p.published_on AS published_on -- when it was published | 공개일
FROM case_publication p
JOIN case_file c ON c.id = p.case_id AND c.void_reason IS NULL
JOIN case_text t ON t.id = p.text_id
JOIN case_approval a ON a.id = p.approval_id AND a.text_id = t.id AND a.sha256 = t.sha256 AND a.approver <> t.writer
WHERE p.withdrawn_on IS NULL
  AND t.revision = (SELECT max(x.revision) FROM case_text x WHERE x.case_id = c.id);

------------------------------------------------------------------------------------------
-- Legal support: what officials applied for, what was decided, paid and paid back
------------------------------------------------------------------------------------------

-- The most that one application may be given, since a day; of a civil case, in each instance.
-- | 신청 한 건에 줄 수 있는 상한과 그 시행일. 민사는 심급마다
CREATE TABLE legal_cap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stage TEXT NOT NULL CHECK (stage IN ('discipline', 'criminal', 'civil')),
  instance INTEGER CHECK (instance BETWEEN 1 AND 3),
  amount INTEGER NOT NULL CHECK (amount > 0),
  since_on TEXT NOT NULL,
  source TEXT,
  CHECK ((stage = 'civil') = (instance IS NOT NULL))
) STRICT;

-- An application. court_limit is what the court's rule on lawyers' fees allows in this case. |
-- 법률 지원 신청. court_limit은 변호사보수 규칙에 따라 이 사건에 산입되는 한도
CREATE TABLE legal_support (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('discipline', 'criminal', 'civil')),
  instance INTEGER CHECK (instance BETWEEN 1 AND 3),
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  record_code TEXT,
  facts TEXT,
  evidence TEXT,
  asked INTEGER CHECK (asked > 0),
  court_limit INTEGER CHECK (court_limit > 0),
  applied_on TEXT NOT NULL,
  void_reason TEXT,
  CHECK ((stage = 'civil') = (instance IS NOT NULL)),
  CHECK (court_limit IS NULL OR stage = 'civil')
) STRICT;
-- Lists go by year and number.
CREATE UNIQUE INDEX legal_support_by_year ON legal_support (year DESC, seq);
-- A person applies once for one matter and stage.
CREATE INDEX legal_support_of_staff ON legal_support (staff_id, stage);

-- What happened to an application. cap is what an approval was held against, due the day by
-- which a cancelled one is to be paid back, served_on the last day of the work paid for. |
-- 소송·징계 지원 신청의 경과. cap은 승인 때 적용한 상한, due는 취소된 지원금의 반환 기한, served_on은 지급 대상 업무의 마지막 날
CREATE TABLE legal_act (
  id INTEGER PRIMARY KEY,
  legal_support_id INTEGER NOT NULL REFERENCES legal_support (id),
  no INTEGER NOT NULL,
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('approved', 'refused', 'withdrawn', 'indicted', 'paid', 'cancelled', 'repaid')),
  amount INTEGER CHECK (amount > 0),
  cap INTEGER,
  body TEXT,
  document TEXT,
  due TEXT,
  served_on TEXT,
  note TEXT,
  void_reason TEXT,
  UNIQUE (legal_support_id, no),
  CHECK ((kind IN ('approved', 'paid', 'repaid')) = (amount IS NOT NULL)),
  CHECK (kind = 'approved' OR cap IS NULL),
  CHECK (cap IS NULL OR amount <= cap),
  CHECK (kind = 'cancelled' OR due IS NULL),
  CHECK (kind NOT IN ('approved', 'refused') OR body IS NOT NULL)
) STRICT;

-- What legal support may cost, as it stands today | 지금의 법률지원 한도
CREATE VIEW legal_cap_now AS SELECT
  c.stage AS stage, -- discipline criminal civil | 단계: discipline criminal civil
  c.instance AS instance, -- court instance of a civil case | 심급(민사)
  c.amount AS amount, -- the most for one application, won | 한 건의 한도(원)
  c.since_on AS since_on, -- since when | 적용 시작일
  c.source AS source -- where that is written | 근거
FROM legal_cap c
CROSS JOIN today n
WHERE c.id = (SELECT x.id FROM legal_cap x
  WHERE x.stage = c.stage AND coalesce(x.instance, 0) = coalesce(c.instance, 0) AND x.since_on <= n.date
  ORDER BY x.since_on DESC, x.id DESC LIMIT 1);

-- Applications for legal support as they stand today | 오늘 현재의 법률지원
CREATE VIEW legal_status AS SELECT
  x.id AS id, -- internal number | 내부 번호
  x.code AS code, -- LG-YYYY-NN, permanent | 번호(고정)
  x.title AS title, -- the matter | 건명
  x.year AS year, -- year of the application | 연도
  x.seq AS seq, -- number within the year | 연번
  x.stage AS stage, -- discipline criminal civil | 단계: discipline criminal civil
  x.instance AS instance, -- court instance of a civil case | 심급(민사)
  (SELECT m.name FROM staff_name m WHERE m.id = x.staff_id) AS staff, -- the official | 신청인
  x.staff_id AS staff_id, -- internal number | 신청인 내부 번호
  CASE WHEN s.left_on IS NULL THEN 0 ELSE 1 END AS retired, -- whether the official has left | 퇴직 여부
  (SELECT m.name FROM department_name m WHERE m.id = x.department_id) AS department, -- department when it was applied for | 신청 당시 부서
  x.department_id AS department_id, -- its internal number | 부서 내부 번호
  (SELECT r.code FROM record r WHERE r.code = x.record_code) AS record, -- the record it is about | 관련 기록
  x.asked AS asked, -- what was asked for, won | 신청액(원)
  x.court_limit AS court_limit, -- what the court's rule allows in this case | 대법원규칙 한도(원)
  coalesce(d.cap, CASE WHEN x.court_limit < k.amount THEN x.court_limit ELSE coalesce(k.amount, x.court_limit) END)
    AS cap, -- the most it may be given: as decided, else as it stands today | 한도(원): 결정 당시, 없으면 지금
  x.applied_on AS applied_on, -- day of the application | 신청일
  d.amount AS approved, -- what was approved, won | 지원 결정액(원)
  d.acted_on AS decided_on, -- day of the decision that holds | 결정일
  d.body AS body, -- who decided | 결정 기구
  d.document AS document, -- document of the decision | 결정 문서
  b.amount AS earlier_approved, -- what had been approved when it was last paid, where it was decided again since, won | 마지막 지급 때의 결정액(그 뒤 다시 결정했으면)
  b.acted_on AS earlier_decided_on, -- day of that decision | 그 결정일
  x.paid AS paid, -- paid so far, won | 지급액(원)
  x.paid_on AS paid_on, -- last payment | 최근 지급일
  CASE WHEN c.id IS NULL AND w.id IS NULL AND d.kind = 'approved' THEN d.amount - x.paid END
    AS remaining, -- approved and not yet paid, won | 남은 지급액(원)
  i.acted_on AS indicted_on, -- when the official was indicted | 기소일
  c.acted_on AS cancelled_on, -- when it was cancelled | 취소일
  c.due AS repay_due, -- by when it is to be paid back | 환수 기한
  x.repaid AS repaid, -- paid back so far, won | 환수액(원)
  x.repaid_on AS repaid_on, -- last repayment | 최근 환수일
  CASE WHEN c.id IS NOT NULL THEN x.paid - x.repaid END AS owed, -- still to be paid back, won | 환수할 금액(원)
  CASE
    WHEN x.void_reason IS NOT NULL THEN 'void'
    WHEN c.id IS NOT NULL AND x.paid > x.repaid THEN 'owing'
    WHEN c.id IS NOT NULL AND x.paid > 0 THEN 'repaid'
    WHEN c.id IS NOT NULL THEN 'cancelled'
    WHEN w.id IS NOT NULL THEN 'withdrawn'
    WHEN d.kind = 'refused' THEN 'refused'
    WHEN d.kind = 'approved' AND x.paid >= d.amount THEN 'paid'
    WHEN d.kind = 'approved' AND x.paid > 0 THEN 'paying'
    WHEN d.kind = 'approved' THEN 'approved'
    ELSE 'applied'
  END AS state, -- applied approved refused withdrawn paying paid cancelled owing repaid void | 상태: applied approved refused withdrawn paying paid cancelled owing repaid void
  coalesce(c.note, w.note, d.note) AS reason, -- why it was refused, withdrawn or cancelled | 기각·취하·취소 사유
  w.acted_on AS withdrawn_on, -- when it was withdrawn | 취하일
  x.facts AS facts, -- what happened | 경위
  x.evidence AS evidence, -- what was handed in | 증빙
  x.served_on AS served_on -- last day of the work that was paid for | 지급 대상 업무의 마지막 날
FROM (
  SELECT l.*,
    (SELECT a.id FROM legal_act a WHERE a.legal_support_id = l.id AND a.void_reason IS NULL AND a.kind IN ('approved', 'refused')
      ORDER BY a.acted_on DESC, a.id DESC LIMIT 1) AS decision_id,
    (SELECT coalesce(CAST(sum(a.amount) AS BIGINT), 0) FROM legal_act a
      WHERE a.legal_support_id = l.id AND a.void_reason IS NULL AND a.kind = 'paid') AS paid,
    (SELECT max(a.acted_on) FROM legal_act a WHERE a.legal_support_id = l.id AND a.void_reason IS NULL AND a.kind = 'paid') AS paid_on,
    (SELECT max(a.served_on) FROM legal_act a WHERE a.legal_support_id = l.id AND a.void_reason IS NULL AND a.kind = 'paid') AS served_on,
    (SELECT coalesce(CAST(sum(a.amount) AS BIGINT), 0) FROM legal_act a
      WHERE a.legal_support_id = l.id AND a.void_reason IS NULL AND a.kind = 'repaid') AS repaid,
    (SELECT max(a.acted_on) FROM legal_act a WHERE a.legal_support_id = l.id AND a.void_reason IS NULL AND a.kind = 'repaid') AS repaid_on
  FROM legal_support l
) x
LEFT JOIN staff s ON s.id = x.staff_id
LEFT JOIN legal_cap_now k ON k.stage = x.stage AND coalesce(k.instance, 0) = coalesce(x.instance, 0)
LEFT JOIN legal_act d ON d.id = x.decision_id
LEFT JOIN legal_act b ON d.acted_on > x.paid_on AND b.id = (SELECT a.id FROM legal_act a
  WHERE a.legal_support_id = x.id AND a.void_reason IS NULL AND a.kind = 'approved' AND a.acted_on <= x.paid_on ORDER BY a.acted_on DESC, a.id DESC LIMIT 1)
LEFT JOIN legal_act i ON i.legal_support_id = x.id AND i.kind = 'indicted' AND i.void_reason IS NULL
LEFT JOIN legal_act w ON w.legal_support_id = x.id AND w.kind = 'withdrawn' AND w.void_reason IS NULL
LEFT JOIN legal_act c ON c.legal_support_id = x.id AND c.kind = 'cancelled' AND c.void_reason IS NULL;

-- What happened to an application for legal support, in order | 법률지원의 경과
CREATE VIEW legal_history AS SELECT
  l.code AS code, -- the application's code | 번호
  l.applied_on AS "on", -- the day | 날짜
  CAST(NULL AS BIGINT) AS no, -- number that names it for a correction | 정정할 때 부르는 번호
  'applied' AS act, -- what happened | 처리
  l.asked AS amount, -- won | 금액(원)
  NULL AS body, -- who decided | 결정 기구
  NULL AS document, -- document | 문서
  NULL AS note, -- why, or a remark | 사유·비고
  0 AS step, -- order within a day | 같은 날의 순서
  0 AS id, -- order of recording | 기록 순서
  l.id AS legal_support_id -- internal number | 내부 번호
FROM legal_support l
UNION ALL SELECT l.code, a.acted_on, a.no, a.kind, a.amount, a.body, a.document, a.note, 1, a.id, l.id
FROM legal_act a JOIN legal_support l ON l.id = a.legal_support_id WHERE a.void_reason IS NULL;

------------------------------------------------------------------------------------------
-- Exemption: what a record can prove, requests for exemption, and what was decided
------------------------------------------------------------------------------------------

-- From which day to which a committee's opinion covers an audit by whom, or an act in a
-- disaster ratified afterwards, and what it takes besides. | 위원회 의견이 누구의 감사까지, 언제부터 언제까지
-- 미치는지(재난 사후 추인 포함)와 그 밖의 요건
CREATE TABLE exemption_scope (
  id INTEGER PRIMARY KEY,
  covers TEXT NOT NULL CHECK (covers IN ('own', 'joint', 'bai', 'disaster')),
  from_on TEXT NOT NULL,
  to_on TEXT,
  needs_submission INTEGER NOT NULL CHECK (needs_submission IN (0, 1)),
  needs_no_objection INTEGER NOT NULL CHECK (needs_no_objection IN (0, 1)),
  source TEXT,
  void_reason TEXT,
  CHECK (to_on IS NULL OR from_on <= to_on)
) STRICT;

-- How long after an audit a request may be made, since a day; without days there is no limit.
-- | 감사 뒤 면책 신청을 할 수 있는 기간과 그 시행일. 일수가 없으면 기한이 없음
CREATE TABLE exemption_limit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  stage TEXT NOT NULL CHECK (stage IN ('audit', 'discipline')),
  days INTEGER CHECK (days BETWEEN 1 AND 3650),
  unit TEXT NOT NULL CHECK (unit IN ('calendar', 'working')),
  since_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- What the audit office found of one of the conditions, where the request itself does not say.
-- | 면책 요건 가운데 신청서만으로 알 수 없는 것에 대한 감사부서의 판단
CREATE TABLE exemption_finding (
  id INTEGER PRIMARY KEY,
  consultation_id INTEGER NOT NULL REFERENCES consultation (id),
  no INTEGER NOT NULL,
  found_on TEXT NOT NULL,
  condition TEXT NOT NULL CHECK (condition IN ('complete', 'same_matter', 'followed', 'no_interest', 'no_flaw')),
  met INTEGER NOT NULL CHECK (met IN (0, 1)),
  document TEXT,
  note TEXT,
  void_reason TEXT,
  UNIQUE (consultation_id, no)
) STRICT;

-- A request for exemption, made or in preparation. What stands in it is what the official says
-- and what the committee said; what was decided is an act. | 면책 신청(준비 중인 것 포함). 신청 내용과 위원회 의견이
-- 여기 있고, 결정은 경과에 있음
CREATE TABLE exemption (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  title TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('audit', 'discipline')),
  auditor TEXT CHECK (auditor IN ('own', 'joint', 'bai')),
  basis TEXT NOT NULL CHECK (basis IN ('consult', 'committee', 'general', 'ratified')),
  staff_id INTEGER REFERENCES staff (id),
  department_id INTEGER NOT NULL REFERENCES department (id),
  record_code TEXT,
  opened_on TEXT NOT NULL,
  audit_ended_on TEXT,
  committee_on TEXT,
  committee_body TEXT,
  committee_document TEXT,
  committee_submitted INTEGER CHECK (committee_submitted IN (0, 1)),
  committee_objected INTEGER CHECK (committee_objected IN (0, 1)),
  disaster TEXT,
  public_interest TEXT,
  proactivity TEXT,
  no_fault TEXT,
  informed INTEGER CHECK (informed IN (0, 1)),
  followed INTEGER CHECK (followed IN (0, 1)),
  no_interest INTEGER CHECK (no_interest IN (0, 1)),
  no_flaw INTEGER CHECK (no_flaw IN (0, 1)),
  note TEXT,
  void_reason TEXT,
  CHECK (stage = 'discipline' OR auditor IS NOT NULL),
  CHECK (basis <> 'consult' OR record_code IS NOT NULL),
  CHECK (basis <> 'ratified' OR stage = 'discipline')
) STRICT;
-- The requests that an audit's end gives a limit.
CREATE INDEX exemption_limited ON exemption (audit_ended_on) WHERE audit_ended_on IS NOT NULL;
-- Lists go by year and number.
CREATE UNIQUE INDEX exemption_by_year ON exemption (year DESC, seq);
-- The requests for exemption about one record.
CREATE INDEX exemption_of_record ON exemption (record_code);

-- What happened to a request for exemption. | 면책 신청의 경과
CREATE TABLE exemption_act (
  id INTEGER PRIMARY KEY,
  exemption_id INTEGER NOT NULL REFERENCES exemption (id),
  no INTEGER NOT NULL,
  acted_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('requested', 'granted', 'partly', 'refused', 'withdrawn')),
  body TEXT,
  document TEXT,
  note TEXT,
  void_reason TEXT,
  UNIQUE (exemption_id, no),
  CHECK (kind NOT IN ('granted', 'partly', 'refused') OR body IS NOT NULL)
) STRICT;

-- What a request for pre-consulting can prove, condition by condition; a finding stands before what the department reported until it reports anew | 사전컨설팅 면책 요건의 증거(이행결과보다 나중의 판단이 앞섬)
CREATE VIEW exemption_chain AS SELECT
  y.code AS code, -- code of the pre-consulting request | 사전컨설팅 번호
  y.seq AS seq, -- order of the chain | 순서
  y.condition AS condition, -- complete same_matter opinion followed no_interest no_flaw | 요건: complete same_matter opinion followed no_interest no_flaw
  CASE
    WHEN y.by_finding = 1 THEN CASE WHEN y.met = 1 THEN 'met' ELSE 'not_met' END
    WHEN y.condition = 'opinion' THEN CASE WHEN y.opinion_id IS NULL THEN 'missing' ELSE 'met' END
    WHEN y.said IS NULL THEN 'missing'
    WHEN y.said = 0 THEN 'not_met'
    WHEN y.blank <> '' AND y.condition = 'complete' THEN 'missing'
    ELSE 'met'
  END AS status, -- met missing not_met | 판정: met missing not_met
  CASE
    WHEN y.by_finding = 1 THEN 'finding'
    WHEN y.condition = 'opinion' THEN CASE WHEN y.opinion_id IS NOT NULL THEN 'letter' END
    WHEN y.said IS NOT NULL THEN 'follow_up'
  END AS evidence, -- finding letter follow_up | 증거: finding letter follow_up
  CASE
    WHEN y.by_finding = 1 THEN y.finding_no
    WHEN y.condition = 'opinion' THEN y.revision
    WHEN y.said IS NOT NULL THEN y.follow_up_no
  END AS no, -- number of the finding, the letter or the follow-up | 판단 번호, 의견서 차수, 이행결과 번호
  CASE
    WHEN y.by_finding = 1 THEN y.found_on
    WHEN y.condition = 'opinion' THEN y.issued_on
    WHEN y.said IS NOT NULL THEN y.reported_on
  END AS "on", -- its day | 날짜
  CASE WHEN y.by_finding = 1 THEN y.document WHEN y.condition = 'opinion' THEN y.sha256 END
    AS document, -- document of the finding, or digest of the letter | 판단 문서, 의견서의 해시
  CASE WHEN y.condition = 'opinion' THEN y.result END AS result, -- what the letter says: possible conditional not_possible | 의견: possible conditional not_possible
  CASE WHEN y.condition = 'complete' AND y.by_finding = 0 THEN substr(y.blank, 2) END AS blank, -- parts of the application left blank | 신청서의 빈 항목
  CASE WHEN y.by_finding = 1 THEN y.note WHEN y.condition <> 'opinion' AND y.said = 0 THEN y.reported END AS detail, -- remark | 비고
  CASE WHEN y.last_id IS NULL THEN 0 ELSE 1 END AS answered, -- whether a letter was issued | 의견서 발송 여부
  CASE WHEN y.follow_up_no IS NULL THEN 0 ELSE 1 END AS followed_up -- whether the department reported | 이행결과 유무
FROM (
  SELECT k.seq, k.condition, c.code, f.no AS follow_up_no, f.reported_on, f.note AS reported, o.id AS opinion_id, o.revision, o.issued_on, o.result, o.sha256,
    g.last_id, x.no AS finding_no, x.found_on, x.met, x.document, x.note,
    CASE WHEN x.id IS NULL THEN 0 WHEN f.id IS NULL OR k.condition = 'no_flaw' OR x.found_on >= f.reported_on THEN 1 ELSE 0 END AS by_finding,
    CASE k.condition
      WHEN 'complete' THEN f.info_sufficient
      WHEN 'same_matter' THEN f.same_matter
      WHEN 'followed' THEN f.followed_opinion
      WHEN 'no_interest' THEN f.no_private_interest
    END AS said,
    CASE WHEN c.background IS NULL THEN ',background' ELSE '' END || CASE WHEN c.law IS NULL THEN ',law' ELSE '' END
      || CASE WHEN c.issue IS NULL THEN ',issue' ELSE '' END || CASE WHEN c.self_check IS NULL THEN ',self_check' ELSE '' END AS blank
  FROM (
    SELECT r.id,
      (SELECT u.id FROM follow_up u WHERE u.consultation_id = r.id AND u.void_reason IS NULL
        ORDER BY u.reported_on DESC, u.id DESC LIMIT 1) AS follow_up_id,
      (SELECT p.id FROM opinion p WHERE p.consultation_id = r.id ORDER BY p.revision DESC LIMIT 1) AS last_id
    FROM consultation r WHERE r.void_reason IS NULL
  ) g
  JOIN consultation c ON c.id = g.id
  CROSS JOIN (
    SELECT 1 AS seq, 'complete' AS condition
    UNION ALL SELECT 2, 'same_matter'
    UNION ALL SELECT 3, 'opinion'
    UNION ALL SELECT 4, 'followed'
    UNION ALL SELECT 5, 'no_interest'
    UNION ALL SELECT 6, 'no_flaw'
  ) k
  LEFT JOIN follow_up f ON f.id = g.follow_up_id
  LEFT JOIN opinion o ON o.id = coalesce(
    (SELECT p.id FROM opinion p WHERE p.consultation_id = g.id AND p.issued_on <= f.reported_on ORDER BY p.revision DESC LIMIT 1), g.last_id)
  LEFT JOIN exemption_finding x ON x.id = (SELECT z.id FROM exemption_finding z
    WHERE z.consultation_id = g.id AND z.condition = k.condition AND z.void_reason IS NULL ORDER BY z.found_on DESC, z.id DESC LIMIT 1)
) y;

-- By when a request for exemption is to be made, counted by the Civil Act | 면책 신청 기한(민법에 따른 계산)
CREATE VIEW exemption_due AS SELECT
  z.id AS id, -- internal number | 내부 번호
  z.base AS base, -- number of the day the audit ended, not counted | 감사 종료일의 번호(산입하지 않음)
  z.days AS days, -- counted days | 일수
  z.unit AS unit, -- calendar or working days | 일반일 또는 근무일
  z.end_no AS end_no, -- number of the last counted day | 마지막 산입일의 번호
  (SELECT min(w.no) FROM working_day w WHERE w.no >= z.end_no) AS due_no, -- number of the due day | 기한의 번호
  z.source AS source -- where the limit is written | 근거
FROM (
  SELECT e.id, b.no AS base, r.days, r.unit, r.source,
    CASE r.unit
      WHEN 'calendar' THEN b.no + r.days
      ELSE (SELECT d.no FROM day d WHERE d.no > b.no AND d.weekdays - b.weekdays - (
          SELECT count(DISTINCT h.date) FROM holiday h JOIN day o ON o.date = h.date
          WHERE h.date > b.date AND h.date <= d.date AND o.weekday < 6 AND h.void_reason IS NULL) >= r.days
        ORDER BY d.no LIMIT 1)
    END AS end_no
  FROM exemption e
  JOIN day b ON b.date = e.audit_ended_on
  JOIN exemption_limit r ON r.id = (SELECT x.id FROM exemption_limit x
    WHERE x.stage = e.stage AND x.since_on <= e.audit_ended_on ORDER BY x.since_on DESC, x.id DESC LIMIT 1)
  WHERE r.days IS NOT NULL
) z;

-- Requests for exemption as they stand today | 오늘 현재의 면책 신청
CREATE VIEW exemption_status AS SELECT
  e.id AS id, -- internal number | 내부 번호
  e.code AS code, -- EX-YYYY-NN, permanent | 번호(고정)
  e.title AS title, -- the matter | 건명
  e.year AS year, -- year | 연도
  e.seq AS seq, -- number within the year | 연번
  e.stage AS stage, -- audit discipline | 단계: audit discipline
  e.auditor AS auditor, -- whose audit: own joint bai | 감사 주체: own joint bai
  e.basis AS basis, -- consult committee general ratified | 근거: consult committee general ratified
  (SELECT m.name FROM staff_name m WHERE m.id = e.staff_id) AS staff, -- the official | 신청인
  e.staff_id AS staff_id, -- internal number | 신청인 내부 번호
  (SELECT m.name FROM department_name m WHERE m.id = e.department_id) AS department, -- department | 부서
  e.department_id AS department_id, -- its internal number | 부서 내부 번호
  (SELECT r.code FROM record r WHERE r.code = e.record_code) AS record, -- the record it is about | 관련 기록
  e.opened_on AS opened_on, -- when it was taken up | 시작일
  e.audit_ended_on AS audit_ended_on, -- when the audit ended | 감사 종료일
  u.date AS due, -- by when it is to be made | 신청 기한
  CASE WHEN q.id IS NULL AND w.id IS NULL AND e.void_reason IS NULL THEN u.no - y.no END
    AS days_left, -- days to it while it is not made, negative when late | 남은 일수(지나면 음수)
  q.acted_on AS requested_on, -- when it was made | 신청일
  CASE WHEN q.acted_on <= u.date THEN 1 WHEN q.acted_on > u.date THEN 0 END AS in_time, -- whether it was made in time | 기한 내 신청 여부
  d.acted_on AS decided_on, -- day of the decision | 결정일
  d.body AS body, -- who decided | 결정 기구
  d.document AS document, -- document of the decision | 결정 문서
  CASE
    WHEN e.void_reason IS NOT NULL THEN 'void'
    WHEN w.id IS NOT NULL THEN 'withdrawn'
    WHEN d.id IS NOT NULL THEN d.kind
    WHEN q.id IS NOT NULL THEN 'requested'
    ELSE 'preparing'
  END AS state, -- preparing requested granted partly refused withdrawn void | 상태: preparing requested granted partly refused withdrawn void
  d.kind AS decision, -- what was decided, also when it was withdrawn after that: granted partly refused | 결정(그 뒤 취하해도 남음): granted partly refused
  coalesce(w.note, d.note) AS reason, -- why it was so decided or withdrawn | 결정·취하 사유
  q.note AS late_reason, -- why it was made late | 기한을 넘긴 사유
  w.acted_on AS withdrawn_on, -- when it was withdrawn | 취하일
  e.committee_on AS committee_on, -- day of the committee's opinion or ratification | 위원회 의견(추인)일
  e.committee_body AS committee_body, -- which committee | 위원회
  e.committee_document AS committee_document, -- its document | 위원회 문서
  e.committee_submitted AS submitted, -- whether the audit body's opinion was before it | 감사기구 의견 제출 여부
  e.committee_objected AS objected, -- whether the audit body objected | 감사기구 반대 여부
  e.disaster AS disaster, -- the disaster or emergency | 재난·긴급 상황
  e.public_interest AS public_interest, -- how it served the public interest | 공익성
  e.proactivity AS proactivity, -- how it was handled proactively | 업무 처리의 적극성
  e.no_fault AS no_fault, -- why there was neither intent nor gross negligence | 고의·중과실 없음
  e.informed AS informed, -- whether the committee was told enough | 정보 충분 여부
  e.followed AS followed, -- whether the opinion was followed | 의견대로 했는지
  e.no_interest AS no_interest, -- whether there was no private interest | 사적 이해관계 없음
  e.no_flaw AS no_flaw, -- whether there was no serious flaw | 중대한 절차 하자 없음
  e.note AS note -- remark | 비고
FROM exemption e
CROSS JOIN today n
JOIN day y ON y.date = n.date
LEFT JOIN day u ON u.no = (SELECT v.due_no FROM exemption_due v WHERE v.id = e.id)
LEFT JOIN exemption_act q ON q.exemption_id = e.id AND q.kind = 'requested' AND q.void_reason IS NULL
LEFT JOIN exemption_act w ON w.exemption_id = e.id AND w.kind = 'withdrawn' AND w.void_reason IS NULL
LEFT JOIN exemption_act d ON d.id = (SELECT a.id FROM exemption_act a
  WHERE a.exemption_id = e.id AND a.kind IN ('granted', 'partly', 'refused') AND a.void_reason IS NULL
  ORDER BY a.acted_on DESC, a.id DESC LIMIT 1);

-- What a request for exemption rests on besides pre-consulting, condition by condition | 사전컨설팅 밖의 근거에 따른 면책 요건
CREATE VIEW exemption_ground AS SELECT
  y.code AS code, -- code of the request for exemption | 면책 신청 번호
  y.seq AS seq, -- order | 순서
  y.condition AS condition, -- in_time scope committee submitted no_objection disaster public_interest proactive no_fault complete followed no_interest no_flaw | 요건: in_time scope committee submitted no_objection disaster public_interest proactive no_fault complete followed no_interest no_flaw
  CASE WHEN y.said IS NULL THEN 'missing' WHEN y.said = 1 THEN 'met' ELSE 'not_met' END AS status, -- met missing not_met | 판정: met missing not_met
  y."on" AS "on", -- day of the evidence | 날짜
  y.document AS document, -- document of the evidence | 문서
  y.detail AS detail -- what it is | 내용
FROM (
  SELECT s.code, 0 AS seq, 'in_time' AS condition, CASE WHEN s.requested_on IS NULL AND s.days_left < 0 THEN 0 ELSE s.in_time END AS said,
    s.requested_on AS "on", NULL AS document, s.due AS detail
  FROM exemption_status s WHERE s.due IS NOT NULL
  UNION ALL
  SELECT s.code, 1, 'scope', CASE WHEN s.committee_on IS NULL THEN NULL WHEN p.id IS NULL THEN 0 ELSE 1 END, p.from_on, NULL, p.source
  FROM exemption_status s
  LEFT JOIN exemption_scope p ON p.id = (SELECT x.id FROM exemption_scope x
    WHERE x.covers = CASE s.basis WHEN 'ratified' THEN 'disaster' ELSE s.auditor END AND x.void_reason IS NULL
      AND x.from_on <= s.committee_on AND (x.to_on IS NULL OR x.to_on >= s.committee_on) ORDER BY x.from_on DESC, x.id DESC LIMIT 1)
  WHERE s.basis = 'ratified' OR (s.basis = 'committee' AND s.stage = 'audit')
  UNION ALL
  SELECT s.code, 2, 'committee', CASE WHEN s.committee_on IS NOT NULL AND s.committee_body IS NOT NULL THEN 1 END,
    s.committee_on, s.committee_document, s.committee_body
  FROM exemption_status s WHERE s.basis IN ('committee', 'ratified')
  UNION ALL
  SELECT s.code, k.seq, k.condition, CASE k.seq WHEN 3 THEN s.submitted ELSE 1 - s.objected END, s.committee_on, s.committee_document, NULL
  FROM exemption_status s
  JOIN exemption_scope p ON p.id = (SELECT x.id FROM exemption_scope x
    WHERE x.covers = s.auditor AND x.void_reason IS NULL
      AND x.from_on <= s.committee_on AND (x.to_on IS NULL OR x.to_on >= s.committee_on) ORDER BY x.from_on DESC, x.id DESC LIMIT 1)
  JOIN (SELECT 3 AS seq, 'submitted' AS condition UNION ALL SELECT 4, 'no_objection') k
    ON (k.seq = 3 AND p.needs_submission = 1) OR (k.seq = 4 AND p.needs_no_objection = 1)
  WHERE s.basis = 'committee' AND s.stage = 'audit'
  UNION ALL
  SELECT s.code, k.seq, k.condition, CASE WHEN k.seq BETWEEN 5 AND 8 THEN CASE WHEN CASE k.seq
      WHEN 5 THEN s.disaster WHEN 6 THEN s.public_interest WHEN 7 THEN s.proactivity ELSE s.no_fault END IS NOT NULL THEN 1 END
    WHEN k.seq = 9 THEN s.informed WHEN k.seq = 10 THEN s.followed WHEN k.seq = 11 THEN s.no_interest ELSE s.no_flaw END,
    NULL, NULL,
    CASE k.seq WHEN 5 THEN s.disaster WHEN 6 THEN s.public_interest WHEN 7 THEN s.proactivity WHEN 8 THEN s.no_fault END
  FROM exemption_status s
  JOIN (
    SELECT 5 AS seq, 'disaster' AS condition, 'ratified' AS basis
    UNION ALL SELECT 6, 'public_interest', 'general'
    UNION ALL SELECT 7, 'proactive', 'general'
    UNION ALL SELECT 8, 'no_fault', 'general'
    UNION ALL SELECT 9, 'complete', 'committee'
    UNION ALL SELECT 10, 'followed', 'committee'
    UNION ALL SELECT 11, 'no_interest', 'committee'
    UNION ALL SELECT 11, 'no_interest', 'general'
    UNION ALL SELECT 11, 'no_interest', 'ratified'
    UNION ALL SELECT 12, 'no_flaw', 'committee'
    UNION ALL SELECT 12, 'no_flaw', 'general'
    UNION ALL SELECT 12, 'no_flaw', 'ratified'
  ) k ON k.basis = s.basis
) y;

-- What happened to a request for exemption, in order | 면책 신청의 경과
CREATE VIEW exemption_history AS SELECT
  e.code AS code, -- the request's code | 번호
  e.opened_on AS "on", -- the day | 날짜
  CAST(NULL AS BIGINT) AS no, -- number that names it for a correction | 정정할 때 부르는 번호
  'opened' AS act, -- what happened | 처리
  NULL AS body, -- who decided | 결정 기구
  NULL AS document, -- document | 문서
  NULL AS note, -- why | 사유
  0 AS step, -- order within a day | 같은 날의 순서
  0 AS id, -- order of recording | 기록 순서
  e.id AS exemption_id -- internal number | 내부 번호
FROM exemption e
UNION ALL SELECT e.code, a.acted_on, a.no, a.kind, a.body, a.document, a.note, 1, a.id, e.id
FROM exemption_act a JOIN exemption e ON e.id = a.exemption_id WHERE a.void_reason IS NULL;

------------------------------------------------------------------------------------------
-- Rewards: the measures the office offers, who chose which, and what was granted
------------------------------------------------------------------------------------------

-- A measure that may be offered to outstanding officials. | 우수공무원에게 줄 수 있는 우대조치
CREATE TABLE measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_en TEXT NOT NULL,
  extraordinary INTEGER NOT NULL CHECK (extraordinary IN (0, 1)),
  needs_check INTEGER NOT NULL CHECK (needs_check IN (0, 1)),
  since_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- On what terms a measure is offered from a year on: how many a year, to which grades. Without
-- a quota there is no ceiling, without grades it is for all. | 어느 해부터 우대조치를 주는 조건: 연간 인원과 대상
-- 직급. 인원이 없으면 제한이 없고, 직급이 없으면 모두
CREATE TABLE measure_term (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  from_year INTEGER NOT NULL,
  offered INTEGER NOT NULL CHECK (offered IN (0, 1)),
  quota INTEGER CHECK (quota >= 0),
  grades TEXT,
  set_on TEXT NOT NULL,
  source TEXT,
  UNIQUE (measure_id, from_year)
) STRICT;

-- Two measures that nobody gets together, from a year on. | 어느 해부터 함께 받을 수 없는 두 우대조치
CREATE TABLE measure_exclusion (
  id INTEGER PRIMARY KEY,
  one_id INTEGER NOT NULL REFERENCES measure (id),
  other_id INTEGER NOT NULL REFERENCES measure (id),
  from_year INTEGER NOT NULL,
  set_on TEXT NOT NULL,
  source TEXT,
  void_reason TEXT,
  CHECK (one_id < other_id)
) STRICT;
-- A pair is named once.
CREATE UNIQUE INDEX measure_exclusion_once ON measure_exclusion (one_id, other_id) WHERE void_reason IS NULL;

-- How many measures one chooses, and which share is to get an extraordinary one, from a year
-- on. | 어느 해부터 몇 개를 고르는지와 파격 우대조치의 목표 비율
CREATE TABLE reward_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_year INTEGER NOT NULL UNIQUE,
  choose_lead INTEGER NOT NULL CHECK (choose_lead BETWEEN 1 AND 9),
  choose_other INTEGER NOT NULL CHECK (choose_other BETWEEN 1 AND 9),
  extraordinary_percent INTEGER NOT NULL CHECK (extraordinary_percent BETWEEN 0 AND 100),
  set_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- An outstanding official. Those of a closed round of this office choose; one that was only
-- published, as another office's are, chooses nothing, and stated says what was given. The day
-- is that of the offer, or since when it is known. | 우수공무원. 이 기관의 종결된 평가에서 뽑힌 사람은 우대조치를 고르고,
-- 공개 자료로만 아는 사람은 고르지 않으며 stated에 받은 것이 있음. 날은 제시한 날 또는 알게 된 날
CREATE TABLE reward (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  half INTEGER CHECK (half IN (1, 2)),
  org TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('individual', 'team')),
  grade TEXT NOT NULL,
  place INTEGER CHECK (place > 0),
  round_id INTEGER REFERENCES eval_round (id),
  entry_id INTEGER REFERENCES eval_entry (id),
  case_title TEXT,
  staff_id INTEGER REFERENCES staff (id),
  name TEXT,
  position TEXT,
  department_id INTEGER REFERENCES department (id),
  department_text TEXT,
  share INTEGER CHECK (share BETWEEN 1 AND 100),
  is_lead INTEGER NOT NULL DEFAULT 0 CHECK (is_lead IN (0, 1)),
  choose INTEGER NOT NULL CHECK (choose BETWEEN 0 AND 9),
  stated TEXT,
  offered_on TEXT NOT NULL,
  source TEXT,
  void_reason TEXT,
  CHECK (choose = 0 OR (staff_id IS NOT NULL AND org IS NULL)),
  UNIQUE (year, seq)
) STRICT;
-- A person is rewarded once for an entry.
CREATE UNIQUE INDEX reward_once ON reward (entry_id, staff_id) WHERE entry_id IS NOT NULL AND void_reason IS NULL;
-- What one person was given.
CREATE INDEX reward_of_person ON reward (staff_id) WHERE staff_id IS NOT NULL;

-- A measure that an official chose, whether personnel found its conditions met, and its grant.
-- | 공무원이 고른 우대조치와 인사부서의 요건 확인, 부여
CREATE TABLE reward_choice (
  id INTEGER PRIMARY KEY,
  reward_id INTEGER NOT NULL REFERENCES reward (id),
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  instead_of INTEGER REFERENCES measure (id),
  chosen_on TEXT NOT NULL,
  checked_on TEXT,
  checked_ok INTEGER CHECK (checked_ok IN (0, 1)),
  checked_reason TEXT,
  granted_on TEXT,
  granted_body TEXT,
  granted_document TEXT,
  void_reason TEXT,
  CHECK ((checked_on IS NULL) = (checked_ok IS NULL)),
  CHECK (granted_on IS NULL OR granted_document IS NOT NULL),
  CHECK (granted_on IS NULL OR coalesce(checked_ok, 1) = 1)
) STRICT;
-- One measure is chosen once.
CREATE UNIQUE INDEX reward_choice_once ON reward_choice (reward_id, measure_id) WHERE void_reason IS NULL;
-- How often a measure was chosen.
CREATE INDEX reward_choice_by_measure ON reward_choice (measure_id);

-- What offices published of a selection: how many there were, by grade. | 여러 기관이 공개한 선발
-- 인원(등급별)
CREATE TABLE selection_count (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  org TEXT NOT NULL,
  year INTEGER NOT NULL,
  half INTEGER CHECK (half IN (1, 2)),
  submitted INTEGER CHECK (submitted >= 0),
  shortlisted INTEGER CHECK (shortlisted >= 0),
  selected INTEGER CHECK (selected >= 0),
  grand INTEGER CHECK (grand >= 0),
  excellent INTEGER CHECK (excellent >= 0),
  encouragement INTEGER CHECK (encouragement >= 0),
  teams INTEGER CHECK (teams >= 0),
  team_persons INTEGER CHECK (team_persons >= 0),
  announced_on TEXT,
  known_on TEXT NOT NULL,
  note TEXT,
  source TEXT
) STRICT;

-- What offices published of their rewards: for whom, which, and how many one chooses. | 여러 기관이
-- 공개한 우대조치: 누구에게 어떤 것을 주고 몇 개를 고르는지
CREATE TABLE published_reward (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  org TEXT NOT NULL,
  year INTEGER NOT NULL,
  half INTEGER CHECK (half IN (1, 2)),
  applies_to TEXT NOT NULL,
  rewards TEXT NOT NULL,
  choose INTEGER CHECK (choose > 0),
  known_on TEXT NOT NULL,
  source TEXT
) STRICT;

-- Choices that stand: not void, and not found wanting by personnel | 유효한 선택(무효와 부적격 제외)
CREATE VIEW reward_held AS SELECT
  c.id AS id, -- internal number | 내부 번호
  c.reward_id AS reward_id, -- internal number of the reward | 우대 내부 번호
  c.measure_id AS measure_id, -- internal number of the measure | 우대조치 내부 번호
  r.year AS year, -- year of the reward | 연도
  c.granted_on AS granted_on -- day it was granted | 부여일
FROM reward_choice c
JOIN reward r ON r.id = c.reward_id AND r.void_reason IS NULL
WHERE c.void_reason IS NULL AND coalesce(c.checked_ok, 1) = 1;

-- The measures of each year and the terms they are offered on | 연도별 우대조치와 그 조건
CREATE VIEW reward_menu AS
WITH RECURSIVE years (year) AS (SELECT 2010 UNION ALL SELECT y.year + 1 FROM years y WHERE y.year < 2060)
SELECT
  y.year AS year, -- the year | 연도
  m.code AS measure, -- code of the measure | 우대조치 번호
  m.name AS name, -- Korean name | 이름
  m.name_en AS name_en, -- English name | 영문 이름
  coalesce(t.offered, 0) AS offered, -- whether the office offers it | 제시 여부
  t.quota AS quota, -- how many a year at most; none is no ceiling | 연간 한도(없으면 제한 없음)
  (SELECT count(*) FROM reward_held h WHERE h.measure_id = m.id AND h.year = y.year) AS taken, -- how many chose it | 선택한 수
  t.grades AS grades, -- grades it is for; none is all | 대상 등급(없으면 모두)
  m.extraordinary AS extraordinary, -- whether it is an extraordinary one | 파격적 우대인지
  m.needs_check AS needs_check, -- whether personnel checks its conditions first | 인사부서 요건 확인이 필요한지
  coalesce(t.source, m.source) AS source, -- where that is written | 근거
  m.id AS measure_id -- internal number | 내부 번호
FROM years y
CROSS JOIN measure m
LEFT JOIN measure_term t ON t.id = (SELECT x.id FROM measure_term x
  WHERE x.measure_id = m.id AND x.from_year <= y.year ORDER BY x.from_year DESC LIMIT 1);

-- Pairs of measures that nobody gets together | 함께 받을 수 없는 우대조치
CREATE VIEW reward_exclusion AS SELECT
  a.code AS one, -- one measure | 우대조치
  b.code AS other, -- the other | 다른 우대조치
  x.from_year AS from_year, -- from this year on | 적용 시작 연도
  x.source AS source, -- where that is written | 근거
  x.id AS id -- internal number | 내부 번호
FROM measure_exclusion x
JOIN measure a ON a.id = x.one_id
JOIN measure b ON b.id = x.other_id
WHERE x.void_reason IS NULL;

-- Outstanding officials | 우수공무원
CREATE VIEW selected_official AS SELECT
  r.id AS id, -- internal number | 내부 번호
  r.code AS code, -- RW-YYYY-NN, permanent | 우대 번호(고정)
  r.year AS year, -- year | 연도
  r.seq AS seq, -- number within the year | 연번
  r.half AS half, -- first or second half of the year | 반기
  coalesce(r.org, CASE WHEN o.name <> '-' THEN o.name END) AS org, -- whose official | 기관
  r.kind AS kind, -- individual or team | 개인·팀: individual team
  r.grade AS grade, -- grade | 등급
  r.place AS place, -- number within the grade, as published | 등급 안 연번(공개된 대로)
  coalesce(s.name, r.name) AS staff, -- the official, or the team | 이름(팀이면 팀 이름)
  coalesce((SELECT d.name FROM department_name d WHERE d.id = r.department_id), r.department_text) AS department, -- department | 부서
  r.position AS position, -- position | 직위
  r.case_title AS case_title, -- what for | 사례
  v.code AS round, -- code of the round | 평가 번호
  e.code AS entry, -- code of the entry | 후보 번호
  r.share AS share, -- per cent of the merit | 기여도(%)
  r.is_lead AS is_lead, -- whether the main person of a key task | 중점과제 주담당자인지
  r.choose AS choose, -- how many measures are chosen | 고르는 수
  (SELECT count(*) FROM reward_held h WHERE h.reward_id = r.id) AS held, -- how many are | 고른 수
  r.stated AS stated, -- what was given, as published | 공개된 우대
  r.offered_on AS offered_on, -- day of the offer, or since when it is known | 제시일(공개 자료는 알려진 날)
  r.source AS source, -- where that is written | 근거
  CASE WHEN r.void_reason IS NULL THEN 0 ELSE 1 END AS is_void, -- whether it is void | 무효 여부
  CASE WHEN r.org IS NULL THEN 1 ELSE 0 END AS ours, -- whether this office's own | 우리 기관인지
  r.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  r.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM reward r
CROSS JOIN office o
LEFT JOIN staff_name s ON s.id = r.staff_id
LEFT JOIN eval_round v ON v.id = r.round_id
LEFT JOIN eval_entry e ON e.id = r.entry_id;

-- What each outstanding official was promised, a row a measure, and one for what is still to be chosen | 우대의 약속(조치마다 한 줄, 아직 고를 것도 한 줄)
CREATE VIEW reward_status AS SELECT
  o.id AS id, -- internal number of the reward | 우대 내부 번호
  o.code AS code, -- RW-YYYY-NN, permanent | 우대 번호(고정)
  o.year AS year, -- year | 연도
  o.seq AS seq, -- number within the year | 연번
  o.grade AS grade, -- grade | 등급
  o.staff AS staff, -- the official, or the team | 이름(팀이면 팀 이름)
  o.department AS department, -- department | 부서
  m.code AS measure, -- the measure; none where one is still to be chosen | 우대조치(고르기 전이면 없음)
  m.name AS measure_name, -- its name | 우대조치 이름
  coalesce(m.name_en, m.name) AS measure_name_en, -- its English name | 우대조치 영문 이름
  CASE
    WHEN o.is_void = 1 THEN 'void'
    WHEN x.granted_on IS NOT NULL THEN 'granted'
    WHEN x.checked_ok = 0 THEN 'failed'
    WHEN x.checked_ok = 1 THEN 'checked'
    WHEN x.id IS NOT NULL AND m.needs_check = 1 THEN 'chosen'
    WHEN x.id IS NOT NULL THEN 'ready'
    WHEN o.choose = 0 THEN 'published'
    WHEN EXISTS (SELECT 1 FROM reward_choice f WHERE f.reward_id = o.id AND f.void_reason IS NULL AND f.checked_ok = 0) THEN 'second'
    ELSE 'offered'
  END AS state, -- offered second chosen checked ready granted failed published void | 상태: offered second chosen checked ready granted failed published void
  x.chosen_on AS chosen_on, -- day it was chosen | 선택일
  x.checked_on AS checked_on, -- day of personnel's answer | 요건 확인일
  x.granted_on AS granted_on, -- day it was granted | 부여일
  x.granted_document AS document, -- the document of the grant | 부여 문서
  o.case_title AS case_title, -- what for | 사례
  o.half AS half, -- first or second half of the year | 반기
  o.org AS org, -- whose official | 기관
  o.kind AS kind, -- individual or team | 개인·팀: individual team
  o.place AS place, -- number within the grade, as published | 등급 안 연번(공개된 대로)
  o.position AS position, -- position | 직위
  o.round AS round, -- code of the round | 평가 번호
  o.entry AS entry, -- code of the entry | 후보 번호
  o.share AS share, -- per cent of the merit | 기여도(%)
  o.is_lead AS is_lead, -- whether the main person of a key task | 중점과제 주담당자인지
  o.choose AS choose, -- how many measures are chosen | 고르는 수
  CASE WHEN x.id IS NULL THEN o.choose - o.held ELSE 0 END AS owed, -- how many are still to be chosen | 더 골라야 하는 수
  x.checked_ok AS check_ok, -- whether its conditions are met | 요건 충족 여부
  x.checked_reason AS check_reason, -- personnel's reason | 확인 사유
  i.code AS instead_of, -- the measure wished first, at its ceiling | 한도가 차서 대신한 우대조치
  x.granted_body AS body, -- who granted it | 부여 기관
  m.extraordinary AS extraordinary, -- whether it is an extraordinary one | 파격적 우대인지
  o.stated AS stated, -- what was given, as published | 공개된 우대
  o.offered_on AS offered_on, -- day of the offer, or since when it is known | 제시일(공개 자료는 알려진 날)
  o.source AS source, -- where that is written | 근거
  o.ours AS ours, -- whether this office's own | 우리 기관인지
  o.staff_id AS staff_id, -- internal number of the person | 직원 내부 번호
  o.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  x.id AS choice_id -- internal number of the choice | 선택 내부 번호
FROM selected_official o
LEFT JOIN (
  SELECT c.id, c.reward_id, c.measure_id, c.instead_of, c.chosen_on, c.checked_on, c.checked_ok, c.checked_reason,
    c.granted_on, c.granted_body, c.granted_document
  FROM reward_choice c WHERE c.void_reason IS NULL
  UNION ALL SELECT CAST(NULL AS BIGINT), q.id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS TEXT), CAST(NULL AS TEXT),
    CAST(NULL AS BIGINT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
  FROM reward q
  WHERE q.choose > (SELECT count(*) FROM reward_held h WHERE h.reward_id = q.id)
    AND EXISTS (SELECT 1 FROM reward_choice c WHERE c.reward_id = q.id AND c.void_reason IS NULL)
) x ON x.reward_id = o.id
LEFT JOIN measure m ON m.id = x.measure_id
LEFT JOIN measure i ON i.id = x.instead_of;

-- How many of a year's outstanding officials get an extraordinary measure, in whole per cent rounded down | 연도별 파격적 우대의 비율(소수점 아래 버림)
CREATE VIEW reward_share AS SELECT
  x.year AS year, -- the year | 연도
  x.officials AS officials, -- outstanding officials of this office who choose | 우대를 고르는 우수공무원 수
  x.promised AS promised, -- who chose an extraordinary measure | 파격적 우대를 고른 사람
  x.granted AS granted, -- who was granted one | 파격적 우대를 받은 사람
  100 * x.promised / x.officials AS percent, -- whole per cent of those who chose one | 고른 비율(%)
  100 * x.granted / x.officials AS granted_percent, -- whole per cent of those granted one | 받은 비율(%)
  u.extraordinary_percent AS required, -- the share that is to get one | 기준(%)
  CASE WHEN 100 * x.promised >= u.extraordinary_percent * x.officials THEN 1 ELSE 0 END AS met, -- whether enough chose one | 기준 충족 여부
  u.source AS source -- where that is written | 근거
FROM (
  SELECT p.year, count(*) AS officials, CAST(sum(p.promised) AS BIGINT) AS promised, CAST(sum(p.granted) AS BIGINT) AS granted
  FROM (
    -- A person selected twice is one official.
    SELECT q.year, q.official, max(q.promised) AS promised, max(q.granted) AS granted FROM (
    SELECT r.year, coalesce(r.staff_id, -r.id) AS official,
      CASE WHEN EXISTS (SELECT 1 FROM reward_held h JOIN measure m ON m.id = h.measure_id
        WHERE h.reward_id = r.id AND m.extraordinary = 1) THEN 1 ELSE 0 END AS promised,
      CASE WHEN EXISTS (SELECT 1 FROM reward_held h JOIN measure m ON m.id = h.measure_id
        WHERE h.reward_id = r.id AND m.extraordinary = 1 AND h.granted_on IS NOT NULL) THEN 1 ELSE 0 END AS granted
    FROM reward r WHERE r.choose > 0 AND r.void_reason IS NULL) q
    GROUP BY q.year, q.official) p
  GROUP BY p.year) x
LEFT JOIN reward_rule u ON u.id = (SELECT y.id FROM reward_rule y WHERE y.from_year <= x.year ORDER BY y.from_year DESC LIMIT 1);

-- Selections by office and half-year: what was stated, and how many are listed here | 기관별·반기별 선발: 공개된 수와 여기 적힌 수
CREATE VIEW selection_year AS SELECT
  x.org AS org, -- the office | 기관
  x.year AS year, -- year | 연도
  CASE WHEN x.half > 0 THEN x.half END AS half, -- first or second half | 반기
  c.submitted AS submitted, -- cases submitted, as stated | 접수
  c.shortlisted AS shortlisted, -- cases in the last stage, as stated | 본심
  c.selected AS selected, -- selected, as stated | 선발(공개된 수)
  c.grand AS grand, -- of the highest grade, as stated | 최우수
  c.excellent AS excellent, -- excellent, as stated | 우수
  c.encouragement AS encouragement, -- encouragement, as stated | 장려
  c.teams AS teams, -- teams, as stated | 팀
  coalesce(l.listed, 0) AS listed, -- cases listed here, a team counting once | 여기 적힌 수(팀은 하나)
  coalesce(l.individuals, 0) AS individuals, -- of these individuals | 그중 개인
  coalesce(l.team_cases, 0) AS team_cases, -- of these teams | 그중 팀
  CASE WHEN c.selected IS NOT NULL AND l.listed IS NOT NULL THEN CASE WHEN c.selected = l.listed THEN 1 ELSE 0 END END
    AS agrees, -- whether as many are listed as were stated | 공개된 수와 같은지
  c.announced_on AS announced_on, -- day it was announced | 발표일
  c.source AS source -- where that is written | 출처
FROM (
  SELECT n.org, n.year, coalesce(n.half, 0) AS half FROM selection_count n
  UNION SELECT o.org, o.year, coalesce(o.half, 0) FROM selected_official o WHERE o.is_void = 0
) x
LEFT JOIN selection_count c ON c.org = x.org AND c.year = x.year AND coalesce(c.half, 0) = x.half
LEFT JOIN (
  SELECT q.org, q.year, q.half, count(*) AS listed,
    CAST(sum(CASE WHEN q.kind = 'team' THEN 0 ELSE 1 END) AS BIGINT) AS individuals,
    CAST(sum(CASE WHEN q.kind = 'team' THEN 1 ELSE 0 END) AS BIGINT) AS team_cases
  FROM (
    SELECT o.org, o.year, coalesce(o.half, 0) AS half, o.kind, CASE WHEN o.entry IS NULL THEN o.code ELSE o.round || ' ' || o.entry END AS thing
    FROM selected_official o WHERE o.is_void = 0
    GROUP BY o.org, o.year, coalesce(o.half, 0), o.kind, CASE WHEN o.entry IS NULL THEN o.code ELSE o.round || ' ' || o.entry END) q
  GROUP BY q.org, q.year, q.half
) l ON l.org = x.org AND l.year = x.year AND l.half = x.half;

------------------------------------------------------------------------------------------
-- Asking: saved queries, and what needs someone now
------------------------------------------------------------------------------------------

-- Questions that the office keeps under a name. | 이름을 붙여 둔 질의
CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  sql TEXT NOT NULL,
  note TEXT,
  saved_on TEXT NOT NULL
) STRICT;

-- Every record that has a code of its own and is not void | 번호가 있는 모든 기록(무효 제외)
CREATE VIEW record AS
SELECT
  'task' AS kind, -- its noun: task, consult, eval and so on | 종류
  t.code AS code, -- its code, permanent | 번호(고정)
  t.title AS title, -- its title | 제목
  t.proposed_on AS "on", -- the day it began | 시작된 날
  t.department_id AS department_id -- internal number of its department | 부서 내부 번호
FROM task t WHERE t.void_reason IS NULL
UNION ALL SELECT 'consult', c.code, c.title, c.received_on, c.department_id FROM consultation c WHERE c.void_reason IS NULL
UNION ALL SELECT 'passive', p.code, p.title, p.received_on, p.department_id FROM passive_report p WHERE p.void_reason IS NULL
UNION ALL SELECT 'eval', r.code, r.title, r.opened_on, CAST(NULL AS INTEGER) FROM eval_round r WHERE r.void_reason IS NULL
UNION ALL SELECT 'reward', w.code, CAST(coalesce(w.case_title, w.grade) AS TEXT), w.offered_on, w.department_id FROM reward w WHERE w.void_reason IS NULL
UNION ALL SELECT 'training', t.code, t.title, CAST(coalesce(t.held_on, t.set_on) AS TEXT), CAST(NULL AS INTEGER) FROM training t WHERE t.void_reason IS NULL
UNION ALL SELECT 'award', a.code, CAST(coalesce(a.case_title, a.contest) AS TEXT), CAST(coalesce(a.awarded_on, a.noted_on) AS TEXT), a.department_id FROM award a WHERE a.void_reason IS NULL
UNION ALL SELECT 'plan', a.code, a.title, a.planned_on, a.department_id FROM plan_action a WHERE a.void_reason IS NULL
UNION ALL SELECT 'case', c.code, t.title, c.begun_on, t.department_id FROM case_file c
JOIN case_text t ON t.id = (SELECT x.id FROM case_text x WHERE x.case_id = c.id ORDER BY x.revision DESC LIMIT 1)
WHERE c.void_reason IS NULL
UNION ALL SELECT 'nominate', n.code, n.title, n.received_on, n.department_id FROM nomination n WHERE n.void_reason IS NULL
UNION ALL SELECT 'incentive', a.code, a.title, a.happened_on, a.department_id FROM incentive_activity a WHERE a.void_reason IS NULL
UNION ALL SELECT 'incentive', k.code, k.title, k.decided_on, k.department_id FROM incentive_credit k WHERE k.void_reason IS NULL
UNION ALL SELECT 'legal', l.code, l.title, l.applied_on, l.department_id FROM legal_support l WHERE l.void_reason IS NULL
UNION ALL SELECT 'exemption', e.code, e.title, e.opened_on, e.department_id FROM exemption e WHERE e.void_reason IS NULL;

-- Records that show what came of an action | 추진과제의 증빙
CREATE VIEW plan_evidence_status AS SELECT
  a.code AS action, -- code of the action | 추진과제 번호
  r.kind AS kind, -- kind of the record | 종류
  e.record AS record, -- code of the record | 증빙 번호
  r.title AS title, -- its title | 제목
  r."on" AS "on", -- the day it began | 시작된 날
  e.linked_on AS linked_on, -- when it was linked | 연결일
  e.note AS note, -- what it shows | 설명
  a.year AS year, -- year of the plan | 연도
  e.id AS id, -- internal number | 내부 번호
  a.id AS action_id -- internal number of the action | 추진과제 내부 번호
FROM plan_evidence e
JOIN plan_action a ON a.id = e.action_id AND a.void_reason IS NULL
JOIN record r ON r.code = e.record
WHERE e.void_reason IS NULL;

-- Actions of the implementation plans as they stand today | 오늘 현재의 실행계획 추진과제
CREATE VIEW plan_action_status AS SELECT
  x.id AS id, -- internal number | 내부 번호
  x.code AS code, -- PL-YYYY-NN, permanent | 추진과제 번호(고정)
  x.title AS title, -- title | 추진과제
  x.year AS year, -- year of the plan | 연도
  x.seq AS seq, -- number within the year | 연번
  x.area_no AS area_no, -- number of its area in the year | 추진분야 번호
  x.area AS area, -- its area | 추진분야
  x.area_en AS area_en, -- its area in English | 추진분야(영문)
  x.area_id AS area_id, -- internal number of the area | 추진분야 내부 번호
  x.department AS department, -- owning department | 담당부서
  x.department_id AS department_id, -- its internal number | 부서 내부 번호
  x.lead AS lead, -- who is in charge | 담당자
  x.lead_id AS lead_id, -- internal number | 담당자 내부 번호
  x.due AS due, -- planned day | 추진기한
  x.state AS state, -- open overdue done dropped carried void | 상태: open overdue done dropped carried void
  CASE WHEN x.state IN ('open', 'overdue') THEN x.due_in END AS days_left, -- days to the planned day, negative when late | 남은 일수(지나면 음수)
  CASE WHEN x.state = 'done' THEN x.closed_on END AS done_on, -- when it was done | 완료일
  CASE WHEN x.state IN ('done', 'dropped') THEN x.closed_note END AS result, -- its result, or why it was dropped | 추진결과(또는 중단 사유)
  CASE WHEN x.state IN ('done', 'dropped', 'carried') THEN x.closed_on END AS closed_on, -- when it was closed | 종결일
  (SELECT count(*) FROM plan_evidence_status e WHERE e.action_id = x.id) AS evidence, -- records that show it | 증빙 수
  x.content AS content, -- what is to be done | 내용
  x.planned_on AS planned_on, -- since when it is planned | 계획한 날
  x.origin AS origin -- the action it was carried over from | 이월 전 과제
FROM (
  SELECT a.id, a.code, a.title, a.year, a.seq, r.seq AS area_no, r.name AS area, r.name_en AS area_en, r.id AS area_id,
    (SELECT d.name FROM department_name d WHERE d.id = a.department_id) AS department, a.department_id,
    (SELECT s.name FROM staff_name s WHERE s.id = a.lead_id) AS lead, a.lead_id, a.due, u.no - y.no AS due_in,
    k.acted_on AS closed_on, k.note AS closed_note, a.content, a.planned_on, o.code AS origin,
    CASE
      WHEN a.void_reason IS NOT NULL THEN 'void'
      WHEN k.kind IN ('done', 'dropped', 'carried') THEN k.kind
      WHEN a.due < n.date THEN 'overdue'
      ELSE 'open'
    END AS state
  FROM plan_action a
  JOIN plan_area r ON r.id = a.area_id
  CROSS JOIN today n
  JOIN day y ON y.date = n.date
  LEFT JOIN day u ON u.date = a.due
  LEFT JOIN plan_action o ON o.id = a.origin_id
  LEFT JOIN plan_act k ON k.id =
    (SELECT b.id FROM plan_act b WHERE b.action_id = a.id ORDER BY b.acted_on DESC, b.id DESC LIMIT 1)
) x;

-- Areas of the implementation plans with where their actions stand | 실행계획의 추진분야와 그 추진과제의 현황
CREATE VIEW plan_area_status AS SELECT
  r.year AS year, -- year of the plan | 연도
  r.seq AS no, -- number in the year | 번호
  r.name AS area, -- name | 추진분야
  r.name_en AS area_en, -- name in English | 추진분야(영문)
  coalesce(x.actions, 0) AS actions, -- actions in it | 추진과제 수
  coalesce(x.done, 0) AS done, -- of these done | 완료
  coalesce(x.live, 0) AS live, -- still open, late ones apart | 추진 중(지연 제외)
  coalesce(x.overdue, 0) AS overdue, -- late | 지연
  coalesce(x.dropped, 0) AS dropped, -- dropped | 중단
  coalesce(x.carried, 0) AS carried, -- carried over | 이월
  coalesce(x.shown, 0) AS with_evidence, -- with evidence | 증빙 있음
  r.source AS source, -- where the heading is from | 근거
  r.set_on AS set_on, -- since when it is planned | 계획한 날
  r.id AS id -- internal number | 내부 번호
FROM plan_area r
LEFT JOIN (
  SELECT s.area_id, count(*) AS actions,
    CAST(sum(CASE WHEN s.state = 'done' THEN 1 ELSE 0 END) AS BIGINT) AS done,
    CAST(sum(CASE WHEN s.state = 'open' THEN 1 ELSE 0 END) AS BIGINT) AS live,
    CAST(sum(CASE WHEN s.state = 'overdue' THEN 1 ELSE 0 END) AS BIGINT) AS overdue,
    CAST(sum(CASE WHEN s.state = 'dropped' THEN 1 ELSE 0 END) AS BIGINT) AS dropped,
    CAST(sum(CASE WHEN s.state = 'carried' THEN 1 ELSE 0 END) AS BIGINT) AS carried,
    CAST(sum(CASE WHEN s.evidence > 0 THEN 1 ELSE 0 END) AS BIGINT) AS shown
  FROM plan_action_status s WHERE s.state <> 'void' GROUP BY s.area_id) x ON x.area_id = r.id
WHERE r.void_reason IS NULL;

-- Implementation plans: every year that has one, and the year after | 연도별 실행계획(계획이 있는 해와 그다음 해)
CREATE VIEW plan_year AS SELECT
  x.year AS year, -- the year | 연도
  (SELECT count(*) FROM plan_area r WHERE r.year = x.year AND r.void_reason IS NULL) AS areas, -- its areas | 추진분야 수
  (SELECT count(*) FROM plan_action a WHERE a.year = x.year AND a.void_reason IS NULL) AS actions, -- its actions | 추진과제 수
  (SELECT CAST(x.year AS TEXT) || '-' || p.month_day FROM plan_due p
    WHERE p.from_year <= x.year ORDER BY p.from_year DESC, p.since_on DESC, p.id DESC LIMIT 1)
    AS due, -- the day by which it is to be adopted | 수립 기한
  d.adopted_on AS adopted_on, -- when it was last adopted | 최근 의결일
  d.revision AS revision, -- 1 for the first adoption, more for revisions | 차수
  d.body AS body, -- who adopted it | 의결기구
  d.document AS document, -- its document | 문서번호
  d.digest AS digest -- digest of what was adopted | 의결 내용의 해시
FROM (
  SELECT r.year FROM plan_area r WHERE r.void_reason IS NULL
  UNION SELECT r.year + 1 FROM plan_area r WHERE r.void_reason IS NULL) x
LEFT JOIN plan_adoption d ON d.id = (SELECT y.id FROM plan_adoption y
  WHERE y.year = x.year AND y.void_reason IS NULL ORDER BY y.revision DESC LIMIT 1);

-- Records of the kinds that plans speak of which no action is shown by | 추진과제에 연결되지 않은 증빙 후보
CREATE VIEW plan_candidate AS SELECT
  CAST(substr(r."on", 1, 4) AS INTEGER) AS year, -- the year it began in | 연도
  r.kind AS kind, -- kind of the record | 종류
  r.code AS code, -- its code | 번호
  r.title AS title, -- its title | 제목
  r."on" AS "on", -- the day it began | 시작된 날
  (SELECT d.name FROM department_name d WHERE d.id = r.department_id) AS department -- its department | 부서
FROM record r
JOIN plan_evidence_kind k ON k.kind = r.kind AND k.void_reason IS NULL
WHERE NOT EXISTS (SELECT 1 FROM plan_evidence e JOIN plan_action a ON a.id = e.action_id
  WHERE e.record = r.code AND e.void_reason IS NULL AND a.void_reason IS NULL)
  -- What other offices did is no evidence of ours.
  AND NOT EXISTS (SELECT 1 FROM award w WHERE w.code = r.code AND w.org IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM training t WHERE t.code = r.code AND t.org IS NOT NULL);

-- Model failures: their lessons and what came of them | 모범실패사례의 시사점과 그 반영
CREATE VIEW evaluation_lesson AS SELECT
  r.code AS round, -- code of the round | 평가 번호
  r.year AS year, -- its year | 연도
  e.code AS entry, -- code of the entry | 후보 번호
  e.title AS title, -- title of the entry | 사례
  e.lesson AS lesson, -- what is to be learnt from it | 시사점
  l.record_code AS record, -- the plan action or training of the next year that takes it up | 반영한 이듬해 과제·교육
  l.linked_on AS linked_on, -- day that was recorded | 연결한 날
  e.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  e.id AS entry_id, -- internal number of the entry | 후보 내부 번호
  r.id AS round_id, -- internal number of the round | 평가 내부 번호
  CASE WHEN r.closed_on IS NULL OR EXISTS (SELECT 1 FROM eval_round x WHERE x.after_id = r.id AND x.void_reason IS NULL) THEN 0 ELSE 1 END
    AS closed -- whether the round is closed and has no next stage | 다음 단계 없이 마감했는지
FROM eval_entry e
JOIN eval_round r ON r.id = e.round_id AND r.void_reason IS NULL
LEFT JOIN (SELECT x.entry_id, x.record_code, x.linked_on FROM lesson_link x JOIN record c ON c.code = x.record_code WHERE x.void_reason IS NULL) l
  ON l.entry_id = e.id
WHERE e.lesson IS NOT NULL AND e.void_reason IS NULL;

-- What needs someone now: clocks, tasks, milestones, returns, follow-ups | 지금 챙길 일: 기한, 과제, 추진일정, 보고, 이행결과
CREATE VIEW needs_attention AS
SELECT
  u.kind AS kind, -- its noun | 종류
  u.code AS code, -- code of the record, or the first month that was not frozen | 번호(확정하지 않은 첫 달)
  u.title AS title, -- subject or title; of a year the months that were not frozen | 건명(확정하지 않은 그 해의 달)
  u.department AS department, -- department | 부서
  u.due AS due, -- the day it is or was due | 기한
  u.days_left AS days_left, -- days to it, negative when late | 남은 일수(지나면 음수)
  CASE WHEN w.long = 1 THEN 'paused_long' WHEN u.days_left < 0 THEN 'overdue' ELSE 'due_soon' END
    AS what, -- why it needs someone: overdue, due_soon, delayed, undecided and so on | 챙길 이유
  CASE WHEN w.long = 0 AND u.days_left < 0 THEN 1 ELSE 0 END AS overdue, -- whether a day has passed | 기한이 지났는지
  u.department_id AS department_id, -- internal number of the department | 부서 내부 번호
  CAST(NULL AS INTEGER) AS seq -- number of the milestone within its task | 추진일정 순번
-- A clock is worked out once, and looked at in two ways: how late it is, and how long it stands.
FROM due u
CROSS JOIN today n
JOIN day d ON d.date = n.date
CROSS JOIN (SELECT 0 AS long UNION ALL SELECT 1 AS long) w
WHERE (w.long = 0 AND (u.days_left < 0 OR (u.days_left <= 7 AND u.state <> 'paused')))
  OR (w.long = 1 AND u.state = 'paused' AND d.no - 14 > (SELECT p.no FROM clock_act x JOIN day p ON p.date = x.acted_on
    WHERE x.code = u.code AND x.kind = 'supplement' ORDER BY x.acted_on DESC LIMIT 1))
UNION ALL SELECT 'consult', c.code, c.title, (SELECT d.name FROM department_name d WHERE d.id = c.department_id), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'follow_up_missing', 0, c.department_id, CAST(NULL AS INTEGER)
FROM consultation c
CROSS JOIN today n
JOIN day d ON d.date = n.date
JOIN day a ON a.date = c.closed_on
WHERE c.closed_as = 'answered' AND c.void_reason IS NULL AND d.no - a.no > 30
  AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.consultation_id = c.id AND f.void_reason IS NULL)
UNION ALL SELECT 'task', s.code, s.title, s.department, s.due, s.days_left, CASE WHEN s.days_left < 0 THEN 'delayed' ELSE 'due_soon' END,
  CASE WHEN s.days_left < 0 THEN 1 ELSE 0 END, s.department_id, CAST(NULL AS INTEGER)
FROM task_status s
WHERE s.id IN (SELECT l.id FROM task_live l) AND s.state IN ('on_track', 'delayed') AND s.days_left <= 7
UNION ALL SELECT 'milestone', m.task, m.title, s.department, m.due, d.no - n.no, CASE WHEN m.state = 'overdue' THEN 'overdue' ELSE 'due_soon' END,
  CASE WHEN m.state = 'overdue' THEN 1 ELSE 0 END, s.department_id, m.seq
FROM milestone_status m
JOIN task_status s ON s.id = m.task_id
CROSS JOIN today t
JOIN day d ON d.date = m.due
JOIN day n ON n.date = t.date
WHERE m.task_id IN (SELECT l.id FROM task_live l) AND m.state IN ('open', 'overdue') AND d.no - n.no <= 7
  -- What has passed in a task that is still ahead needs nobody yet.
  AND s.state IN ('planned', 'on_track', 'delayed') AND (m.state = 'overdue' OR d.no >= n.no)
UNION ALL SELECT 'task', p.code, p.title, p.department, CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'progress_missing', 0, p.department_id, CAST(NULL AS INTEGER)
FROM today t
JOIN day f ON f.date = substr(t.date, 1, 7) || '-01'
JOIN day l ON l.no = f.no - 1
JOIN progress_missing p ON p.since = substr(l.date, 1, 7) || '-01'
-- Months behind the first that was frozen, a row a year with the first of them: whoever freezes none is not asked to.
UNION ALL SELECT 'snapshot', m.first, substr(m.first, 1, 4) || '-' || m.months, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'not_frozen', 0,
  CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
FROM (
  SELECT min(substr(f.date, 1, 7)) OVER (PARTITION BY substr(f.date, 1, 4)) AS first,
    string_agg(substr(f.date, 6, 2), ', ') OVER (PARTITION BY substr(f.date, 1, 4) ORDER BY f.date) AS months,
    count(*) OVER (PARTITION BY substr(f.date, 1, 4) ORDER BY f.date DESC) AS behind
  FROM (SELECT min(s.month) AS month FROM snapshot s) b
  CROSS JOIN today t
  JOIN day f ON f.date > b.month || '-01' AND f.date < substr(t.date, 1, 7) || '-01' AND substr(f.date, 9, 2) = '01'
  WHERE NOT EXISTS (SELECT 1 FROM snapshot s WHERE s.month = substr(f.date, 1, 7))) m
WHERE m.behind = 1
UNION ALL SELECT 'training', coalesce(u.session, u.month), u.title, CAST(NULL AS TEXT), u.due, l.no - n.no,
  CASE WHEN u.state = 'overdue' THEN 'overdue' ELSE 'training_owed' END, CASE WHEN u.state = 'overdue' THEN 1 ELSE 0 END, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
FROM today t
JOIN day n ON n.date = t.date
JOIN training_due u ON u.year = CAST(substr(t.date, 1, 4) AS INTEGER) AND u.state IN ('owed', 'overdue')
JOIN day l ON l.date = u.due
WHERE EXISTS (SELECT 1 FROM staff s WHERE s.since_on <= t.date AND (s.left_on IS NULL OR s.left_on >= t.date) AND s.void_reason IS NULL)
UNION ALL SELECT 'plan', a.code, a.title, a.department, a.due, a.days_left, CASE WHEN a.state = 'overdue' THEN 'overdue' ELSE 'due_soon' END,
  CASE WHEN a.state = 'overdue' THEN 1 ELSE 0 END, a.department_id, CAST(NULL AS INTEGER)
FROM plan_action_status a WHERE a.state IN ('open', 'overdue') AND a.days_left <= 7
UNION ALL SELECT 'plan', CAST(p.year AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), p.due, d.no - n.no, 'plan_not_adopted', 0, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
FROM plan_year p
CROSS JOIN today t
JOIN day d ON d.date = p.due
JOIN day n ON n.date = t.date
WHERE p.adopted_on IS NULL AND p.due < t.date AND CAST(p.year AS TEXT) = substr(t.date, 1, 4)
UNION ALL SELECT 'case', c.code, c.title, c.department, CAST(NULL AS TEXT), CAST(NULL AS INTEGER),
  CASE WHEN c.state = 'draft' THEN 'approval_missing' ELSE 'unpublished' END, 0, c.department_id, CAST(NULL AS INTEGER)
FROM case_status c WHERE c.state IN ('draft', 'approved')
UNION ALL SELECT 'nominate', n.code, n.title, n.department, CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'undecided', 0, n.department_id, CAST(NULL AS INTEGER)
FROM nomination_status n
CROSS JOIN today t
JOIN day d ON d.date = t.date
JOIN day r ON r.date = n.received_on
WHERE n.state = 'received' AND d.no - r.no > 30
UNION ALL SELECT 'incentive', k.code, k.title, d.name, CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'event_gone', 0, k.department_id, CAST(NULL AS INTEGER)
FROM incentive_credit_status k JOIN department_name d ON d.id = k.department_id
WHERE k.state = 'gone'
UNION ALL SELECT 'legal', l.code, l.title, l.department, l.repay_due, u.no - y.no, CASE WHEN u.no < y.no THEN 'overdue' ELSE 'repay_owed' END,
  CASE WHEN u.no < y.no THEN 1 ELSE 0 END, l.department_id, CAST(NULL AS INTEGER)
FROM legal_status l
CROSS JOIN today n
JOIN day y ON y.date = n.date
LEFT JOIN day u ON u.date = l.repay_due
WHERE l.state = 'owing'
UNION ALL SELECT 'eval', l.round, l.title, (SELECT d.name FROM department_name d WHERE d.id = l.department_id), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'lesson_unlinked', 0, l.department_id, CAST(NULL AS INTEGER)
FROM evaluation_lesson l CROSS JOIN today t
WHERE l.closed = 1 AND l.record IS NULL AND l.year < CAST(substr(t.date, 1, 4) AS INTEGER)
UNION ALL SELECT 'reward', w.code, w.staff, w.department, CAST(NULL AS TEXT), CAST(NULL AS INTEGER),
  CASE WHEN w.measure IS NULL THEN 'choice_owed' ELSE 'grant_owed' END, 0, w.department_id, CAST(NULL AS INTEGER)
FROM reward_status w
CROSS JOIN today t
JOIN day n ON n.date = t.date
JOIN day p ON p.date = coalesce(w.checked_on, w.chosen_on, CASE WHEN w.state = 'second' THEN (SELECT max(c.checked_on) FROM reward_choice c
  WHERE c.reward_id = w.id AND c.void_reason IS NULL AND c.checked_ok = 0) END, w.offered_on)
WHERE w.state IN ('offered', 'second', 'chosen', 'checked', 'ready') AND n.no - p.no > 30
-- Of a year in which points are approved at all, each month that is over; only then are the points worked out.
UNION ALL SELECT 'incentive', substr(f.date, 1, 7), s.name, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), 'points_undecided', 0, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
FROM (SELECT DISTINCT k.year FROM incentive_credit k WHERE k.void_reason IS NULL) y
CROSS JOIN today t
JOIN day f ON f.date >= CAST(y.year AS TEXT) || '-01-01' AND f.date <= CAST(y.year AS TEXT) || '-12-01' AND f.date < substr(t.date, 1, 7) || '-01'
  AND substr(f.date, 9, 2) = '01'
JOIN incentive_scheme s ON s.id = (SELECT u.scheme_id FROM incentive_use u WHERE u.year <= y.year ORDER BY u.year DESC, u.id DESC LIMIT 1)
WHERE (y.year, substr(f.date, 1, 7)) IN (SELECT p.year, substr(p.happened_on, 1, 7) FROM incentive_point p WHERE p.approved = 0 AND p.points > 0);

------------------------------------------------------------------------------------------
-- Hand-over and retention: who answers for what, and how long what is closed is kept
------------------------------------------------------------------------------------------

-- How many years a kind of record is kept; the latest row of a kind holds. No number is for ever.
-- | 기록의 종류마다 보존하는 햇수. 마지막 줄이 유효함
CREATE TABLE retention_rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  years INTEGER CHECK (years BETWEEN 1 AND 100),
  since_on TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;
-- The rule of a kind.
CREATE INDEX retention_rule_of ON retention_rule (kind, since_on);

-- What each member of staff answers for now; a noun adds a line, with the table, the column and the row that name the person, and no table where who it was must stay (a closed task keeps its lead) | 지금 누가 무엇을 맡고 있는지
CREATE VIEW responsibility AS
SELECT
  t.lead_id AS staff_id, -- internal number of the person | 직원 내부 번호
  'task' AS kind, -- kind of the record | 종류
  t.code AS code, -- its code | 번호
  'lead' AS role, -- lead deputy handler nominee awardee applicant | 맡은 일(주담당 부담당 담당 피추천 대상 신청): lead deputy handler nominee awardee applicant
  CASE WHEN t.delayed = 1 THEN 'overdue' ELSE 'open' END AS what, -- open overdue promised undocumented | 남은 일: open overdue promised undocumented
  t.title AS title, -- its title | 제목
  t.due AS due, -- the day it is or was due | 기한
  t.department AS department, -- department | 부서
  'task_lead' AS tbl, -- the table that names the person, null where it cannot be moved | 담당자가 적힌 표(옮길 수 없으면 없음)
  'staff_id' AS col, -- the column of that table | 그 열
  t.id AS row_id -- internal number of the row, of a lead that of the task | 그 행의 내부 번호(주담당자는 과제의 번호)
FROM task_status t
WHERE t.id IN (SELECT l.id FROM task_live l) AND t.lead_id IS NOT NULL AND t.state IN ('candidate', 'planned', 'on_track', 'delayed', 'suspended')
UNION ALL SELECT o.deputy_id, 'task', t.code, 'deputy', CASE WHEN t.delayed = 1 THEN 'overdue' ELSE 'open' END, t.title, t.due, t.department, 'task', 'deputy_id', t.id
FROM task_status t JOIN task o ON o.id = t.id
WHERE t.id IN (SELECT l.id FROM task_live l) AND o.deputy_id IS NOT NULL AND t.state IN ('candidate', 'planned', 'on_track', 'delayed', 'suspended')
UNION ALL SELECT t.lead_id, 'milestone', m.task || ':' || CAST(m.seq AS TEXT), 'lead', CASE WHEN m.state = 'overdue' THEN 'overdue' ELSE 'open' END, m.title, m.due, t.department, 'task_lead', 'staff_id', t.id
FROM milestone_status m JOIN task_status t ON t.id = m.task_id
WHERE m.state IN ('open', 'overdue') AND t.lead_id IS NOT NULL AND t.state IN ('candidate', 'planned', 'on_track', 'delayed', 'suspended')
UNION ALL SELECT t.lead_id, 'progress', t.code, 'lead', 'undocumented', t.title, l.date, p.department, CASE WHEN t.closed_on IS NULL THEN 'task_lead' END, 'staff_id', t.id
FROM today n
JOIN day f ON f.date = substr(n.date, 1, 7) || '-01'
JOIN day l ON l.no = f.no - 1
JOIN progress_missing p ON p.since = substr(l.date, 1, 7) || '-01'
JOIN task_status t ON t.code = p.code
WHERE t.lead_id IS NOT NULL
UNION ALL SELECT c.handler_id, 'consult', c.code, 'handler', CASE WHEN c.days_left < 0 THEN 'overdue' ELSE 'open' END, c.title, c.due, c.department, 'consultation', 'handler_id', c.id
FROM consultation_status c WHERE c.handler_id IS NOT NULL AND c.state IN ('received', 'accepted', 'paused', 'reviewing', 'referred')
UNION ALL SELECT c.handler_id, 'consult', c.code, 'handler', 'undocumented', c.title, CAST(NULL AS TEXT), c.department, 'consultation', 'handler_id', c.id
FROM consultation_status c WHERE c.handler_id IS NOT NULL AND c.state = 'answered'
UNION ALL SELECT a.lead_id, 'plan', a.code, 'lead', CASE a.state WHEN 'done' THEN 'undocumented' ELSE a.state END, a.title, a.due, a.department, 'plan_action', 'lead_id', a.id
FROM plan_action_status a WHERE a.lead_id IS NOT NULL AND (a.state IN ('open', 'overdue') OR (a.state = 'done' AND a.evidence = 0))
UNION ALL SELECT p.handler_id, 'passive', p.code, 'handler', CASE WHEN p.days_left < 0 THEN 'overdue' ELSE 'open' END, p.title, p.due, p.department, 'passive_report', 'handler_id', p.id
FROM passive_status p
WHERE p.id IN (SELECT o.id FROM passive_report o WHERE o.closed_on IS NULL AND o.void_reason IS NULL AND o.handler_id IS NOT NULL)
UNION ALL SELECT p.handler_id, 'passive', p.code, 'handler', 'undocumented', p.title, CAST(NULL AS TEXT), p.department, 'passive_report', 'handler_id', p.id
FROM passive_status p
WHERE p.handler_id IS NOT NULL AND p.state IN ('answered', 'settled') AND p.finding IN ('confirmed', 'partly') AND p.remedied_on IS NULL
UNION ALL SELECT e.staff_id, 'nominate', n.code, 'nominee', 'open', n.title, CAST(NULL AS TEXT), n.department, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
FROM nominee e JOIN nomination_status n ON n.id = e.nomination_id WHERE e.void_reason IS NULL AND n.state = 'received'
UNION ALL SELECT w.staff_id, 'reward', w.code, 'awardee', 'promised', coalesce(w.measure_name, w.case_title, w.grade), CAST(NULL AS TEXT), w.department,
  CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
FROM reward_status w WHERE w.staff_id IS NOT NULL AND w.state IN ('offered', 'second', 'chosen', 'checked', 'ready')
UNION ALL SELECT l.staff_id, 'legal', l.code, 'applicant', CASE WHEN l.state IN ('approved', 'paying') THEN 'promised' WHEN l.repay_due < n.date THEN 'overdue' ELSE 'open' END, l.title, l.repay_due, l.department,
  CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
FROM legal_status l CROSS JOIN today n WHERE l.staff_id IS NOT NULL AND l.state IN ('applied', 'approved', 'paying', 'owing')
UNION ALL SELECT x.staff_id, 'exemption', x.code, 'applicant', CASE WHEN x.days_left < 0 THEN 'overdue' ELSE 'open' END, x.title, x.due, x.department,
  CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS BIGINT)
FROM exemption_status x WHERE x.staff_id IS NOT NULL AND x.state IN ('preparing', 'requested');

-- Records that are closed, with the day; a noun adds a line | 종결된 기록과 그날
CREATE VIEW closed_record AS
SELECT
  'task' AS kind, -- kind of the record | 종류
  t.code AS code, -- its code | 번호
  t.title AS title, -- its title | 제목
  t.closed_on AS closed_on, -- the day it was closed | 종결일
  t.department_id AS department_id -- internal number of its department | 부서 내부 번호
FROM task_status t WHERE t.closed_on IS NOT NULL AND t.state <> 'void'
UNION ALL SELECT 'consult', c.code, c.title, c.closed_on, c.department_id FROM consultation c WHERE c.closed_on IS NOT NULL AND c.void_reason IS NULL
UNION ALL SELECT 'eval', r.code, r.title, r.closed_on, CAST(NULL AS INTEGER) FROM eval_round r WHERE r.closed_on IS NOT NULL AND r.void_reason IS NULL
UNION ALL SELECT 'training', t.code, t.title, t.held_on, CAST(NULL AS INTEGER) FROM training t WHERE t.held_on IS NOT NULL AND t.void_reason IS NULL
UNION ALL SELECT 'award', a.code, coalesce(a.case_title, a.contest), coalesce(a.awarded_on, a.noted_on), a.department_id FROM award a WHERE a.void_reason IS NULL
UNION ALL SELECT 'plan', a.code, a.title, a.closed_on, a.department_id FROM plan_action_status a WHERE a.closed_on IS NOT NULL AND a.state <> 'void'
-- One record, however many measures, and not before the last of them.
UNION ALL SELECT 'reward', r.code, coalesce(r.staff, r.code), max(r.granted_on), CAST(NULL AS INTEGER) FROM reward_status r
WHERE r.state <> 'void' GROUP BY r.code, r.staff
HAVING max(r.granted_on) IS NOT NULL AND count(CASE WHEN r.state IN ('offered', 'second', 'chosen', 'checked', 'ready') THEN 1 END) = 0
UNION ALL SELECT 'passive', p.code, p.title, p.closed_on, p.department_id FROM passive_report p WHERE p.closed_on IS NOT NULL AND p.void_reason IS NULL
UNION ALL SELECT 'case', c.code, c.title, c.withdrawn_on, c.department_id FROM case_status c WHERE c.state = 'withdrawn'
UNION ALL SELECT 'nominate', n.code, n.title, coalesce(n.merged_on, n.decided_on), n.department_id
FROM nomination_status n WHERE n.state NOT IN ('received', 'void')
UNION ALL SELECT 'incentive', k.code, k.title, k.decided_on, k.department_id FROM incentive_credit k WHERE k.void_reason IS NULL
UNION ALL SELECT 'legal', l.code, l.title,
  CASE l.state WHEN 'refused' THEN l.decided_on WHEN 'withdrawn' THEN l.withdrawn_on WHEN 'paid' THEN l.paid_on
    WHEN 'cancelled' THEN l.cancelled_on ELSE l.repaid_on END, l.department_id
FROM legal_status l WHERE l.state IN ('refused', 'withdrawn', 'paid', 'cancelled', 'repaid')
UNION ALL SELECT 'exemption', e.code, e.title, coalesce(e.withdrawn_on, e.decided_on), e.department_id
FROM exemption_status e WHERE e.state IN ('granted', 'partly', 'refused', 'withdrawn');

-- How long closed records are kept: from 1 January of the year after the closing | 종결된 기록의 보존기간(종결 다음 해 1월 1일부터)
CREATE VIEW retention_status AS SELECT
  c.kind AS kind, -- kind of the record | 종류
  c.code AS code, -- its code | 번호
  c.title AS title, -- its title | 제목
  (SELECT d.name FROM department_name d WHERE d.id = c.department_id) AS department, -- its department | 부서
  c.closed_on AS closed_on, -- the day it was closed | 종결일
  CAST(substr(c.closed_on, 1, 4) AS INTEGER) AS closed_year, -- the year of that day | 종결 연도
  r.years AS years, -- years it is kept, none for ever | 보존기간(년, 없으면 영구)
  CAST(CAST(substr(c.closed_on, 1, 4) AS INTEGER) + 1 AS TEXT) || '-01-01' AS starts, -- first day of the period | 보존기간 기산일
  CAST(CAST(substr(c.closed_on, 1, 4) AS INTEGER) + r.years AS TEXT) || '-12-31' AS ends, -- last day of the period | 보존기간 만료일
  CASE WHEN CAST(CAST(substr(c.closed_on, 1, 4) AS INTEGER) + r.years AS TEXT) || '-12-31' < n.date THEN 'due' ELSE 'kept' END
    AS state, -- due or kept | 상태(만료, 보존 중): due kept
  c.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM closed_record c
CROSS JOIN today n
LEFT JOIN retention_rule r ON r.id =
  (SELECT x.id FROM retention_rule x WHERE x.kind = c.kind ORDER BY x.since_on DESC, x.id DESC LIMIT 1);

------------------------------------------------------------------------------------------
-- The year: what happened, record by record, and what the ministry's assessment asks for
------------------------------------------------------------------------------------------

-- What the yearly assessment asks for. Its indicators change from year to year: rows. | 연간 평가의
-- 지표. 해마다 바뀌므로 행으로 둠
CREATE TABLE assessment_indicator (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  seq INTEGER NOT NULL,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  since_on TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT;

-- What counts as evidence for an indicator. | 지표의 실적으로 보는 것
CREATE TABLE assessment_measure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  indicator_id INTEGER NOT NULL REFERENCES assessment_indicator (id),
  kind TEXT NOT NULL,
  item TEXT NOT NULL,
  since_on TEXT NOT NULL
) STRICT;
-- The evidence of one indicator.
CREATE INDEX assessment_measure_of ON assessment_measure (indicator_id);

-- What happened in a year, a row for every record and what is said of it; a noun adds a line | 한 해에 있었던 일, 기록마다 한 줄
CREATE VIEW programme_event AS
SELECT
  t.year AS year, -- the year it counts for | 해당 연도
  'task' AS kind, -- its noun | 종류
  'selected' AS item, -- what is said of it | 항목
  t.code AS code, -- code of the record | 번호
  t.title AS title, -- its title | 제목
  t.selected_on AS "on", -- the day | 날짜
  t.department_id AS department_id -- internal number of the department | 부서 내부 번호
FROM task_status t WHERE t.selected_on IS NOT NULL AND t.state <> 'void'
-- Where each stands, so that what was selected adds up.
UNION ALL SELECT t.year, 'task', t.state, t.code, t.title, coalesce(t.closed_on, t.selected_on), t.department_id
FROM task_status t WHERE t.selected_on IS NOT NULL AND t.state IN ('completed', 'stopped', 'carried', 'planned', 'on_track', 'delayed', 'suspended')
UNION ALL SELECT t.year, 'task', t.outcome, t.code, t.title, t.closed_on, t.department_id
FROM task_status t WHERE t.state = 'completed' AND t.outcome IS NOT NULL
UNION ALL SELECT c.year, 'consult', 'received', c.code, c.title, c.received_on, c.department_id
FROM consultation_status c WHERE c.state <> 'void'
UNION ALL SELECT CAST(substr(c.answered_on, 1, 4) AS INTEGER), 'consult', CASE WHEN c.in_time = 1 THEN 'answered_in_time' ELSE 'answered_late' END, c.code, c.title, c.answered_on, c.department_id
FROM consultation_status c WHERE c.answered_on IS NOT NULL AND c.state <> 'void'
-- What ended otherwise, and what is still open, so that what was received adds up.
UNION ALL SELECT CASE WHEN c.closed_on IS NULL THEN c.year ELSE CAST(substr(c.closed_on, 1, 4) AS INTEGER) END, 'consult',
  CASE WHEN c.closed_on IS NOT NULL THEN c.state WHEN c.days_left < 0 THEN 'pending_late' ELSE 'pending' END,
  c.code, c.title, coalesce(c.closed_on, c.received_on), c.department_id
FROM consultation_status c WHERE c.state IN ('returned', 'withdrawn') OR (c.closed_on IS NULL AND c.state <> 'void')
UNION ALL SELECT CAST(substr(f.reported_on, 1, 4) AS INTEGER), 'consult', 'followed_up', c.code, c.title, f.reported_on, c.department_id
FROM follow_up f JOIN consultation c ON c.id = f.consultation_id AND c.void_reason IS NULL
-- A request is followed up once, however often that is reported.
WHERE f.id = (SELECT g.id FROM follow_up g WHERE g.consultation_id = c.id AND g.void_reason IS NULL ORDER BY g.reported_on, g.id LIMIT 1)
UNION ALL SELECT CAST(substr(t.held_on, 1, 4) AS INTEGER), 'training', 'held', t.code, t.title, t.held_on, CAST(NULL AS INTEGER)
FROM training t WHERE t.held_on IS NOT NULL AND t.org IS NULL AND t.void_reason IS NULL
UNION ALL SELECT a.year, 'award', 'awarded', a.code, coalesce(a.case_title, a.contest), a.awarded_on, a.department_id
FROM award_status a WHERE a.ours = 1 AND a.state <> 'void'
UNION ALL SELECT r.year, 'eval', 'round_closed', r.code, r.title, r.closed_on, CAST(NULL AS INTEGER)
FROM evaluation_round r WHERE r.state = 'closed'
UNION ALL SELECT r.year, 'eval', 'graded', r.code || ':' || x.entry, x.title || ' (' || x.grade || ')', x.settled_on, e.department_id
FROM eval_result x JOIN evaluation_round r ON r.id = x.round_id AND r.state = 'closed'
-- Who is selected, the last stage decides.
LEFT JOIN eval_entry e ON e.round_id = x.round_id AND e.code = x.entry
WHERE x.grade IS NOT NULL AND NOT EXISTS (SELECT 1 FROM eval_round q WHERE q.after_id = r.id AND q.void_reason IS NULL)
UNION ALL SELECT p.year, 'plan', 'adopted', CAST(p.year AS TEXT), p.body, p.adopted_on, CAST(NULL AS INTEGER)
FROM plan_year p WHERE p.adopted_on IS NOT NULL
UNION ALL SELECT a.year, 'plan', CASE WHEN a.state = 'done' THEN 'done' ELSE 'not_done' END, a.code, a.title, coalesce(a.closed_on, a.planned_on), a.department_id
FROM plan_action_status a WHERE a.state <> 'void'
UNION ALL SELECT n.year, 'nominate', 'received', n.code, n.title, n.received_on, n.department_id
FROM nomination n WHERE n.void_reason IS NULL
-- By whom, of those that stand. One that was merged is told by the one it was merged into, unless that came another way.
UNION ALL SELECT n.year, 'nominate',
  CASE
    WHEN (SELECT a.kind FROM nomination_act a WHERE a.nomination_id = t.id AND a.kind IN ('accepted', 'rejected')
      ORDER BY a.acted_on DESC, a.id DESC LIMIT 1) = 'rejected' THEN 'rejected'
    WHEN t.id <> n.id AND t.source = n.source THEN 'merged'
    ELSE 'by_' || n.source
  END, n.code, n.title, n.received_on, n.department_id
FROM nomination n JOIN nomination_root r ON r.id = n.id JOIN nomination t ON t.id = r.root_id
WHERE n.void_reason IS NULL
UNION ALL SELECT k.year, 'incentive', 'points_approved', k.code, k.title, k.decided_on, k.department_id
FROM incentive_credit_status k WHERE k.state = 'approved'
UNION ALL SELECT c.year, 'case', 'published', c.code, c.title, c.published_on, c.department_id
FROM case_status c WHERE c.state = 'published'
UNION ALL SELECT p.year, 'passive', 'received', p.code, p.title, p.received_on, p.department_id
FROM passive_status p WHERE p.state <> 'void'
UNION ALL SELECT CAST(substr(p.answered_on, 1, 4) AS INTEGER), 'passive', CASE WHEN p.in_time = 1 THEN 'answered_in_time' ELSE 'answered_late' END, p.code, p.title, p.answered_on, p.department_id
FROM passive_status p WHERE p.answered_on IS NOT NULL AND p.state <> 'void'
UNION ALL SELECT CASE WHEN p.closed_on IS NULL THEN p.year ELSE CAST(substr(p.closed_on, 1, 4) AS INTEGER) END, 'passive',
  CASE WHEN p.closed_on IS NOT NULL THEN p.state WHEN p.days_left < 0 THEN 'pending_late' ELSE 'pending' END,
  p.code, p.title, coalesce(p.closed_on, p.received_on), p.department_id
FROM passive_status p WHERE p.state IN ('settled', 'passed', 'dismissed', 'withdrawn') OR (p.closed_on IS NULL AND p.state <> 'void')
UNION ALL SELECT l.year, 'legal', 'applied', l.code, l.title, l.applied_on, l.department_id
FROM legal_status l WHERE l.state <> 'void'
UNION ALL SELECT CAST(substr(l.decided_on, 1, 4) AS INTEGER), 'legal', 'supported', l.code, l.title, l.decided_on, l.department_id
FROM legal_status l WHERE l.state IN ('approved', 'paying', 'paid') AND l.decided_on IS NOT NULL
UNION ALL SELECT e.year, 'exemption', 'applied', e.code, e.title, coalesce(e.requested_on, e.opened_on), e.department_id
FROM exemption_status e WHERE e.state <> 'void'
UNION ALL SELECT CAST(substr(e.decided_on, 1, 4) AS INTEGER), 'exemption', 'exempted', e.code, e.title, e.decided_on, e.department_id
FROM exemption_status e WHERE e.state IN ('granted', 'partly') AND e.decided_on IS NOT NULL
UNION ALL SELECT w.year, 'reward', 'granted', w.code, coalesce(w.case_title, w.code), x.granted_on, CAST(NULL AS INTEGER)
FROM reward w JOIN reward_choice x ON x.reward_id = w.id AND x.granted_on IS NOT NULL AND x.void_reason IS NULL WHERE w.void_reason IS NULL
UNION ALL SELECT w.year, 'reward', 'granted_extraordinary', w.code, m.name, x.granted_on, CAST(NULL AS INTEGER)
FROM reward w JOIN reward_choice x ON x.reward_id = w.id AND x.granted_on IS NOT NULL AND x.void_reason IS NULL
JOIN measure m ON m.id = x.measure_id AND m.extraordinary = 1 WHERE w.void_reason IS NULL;
