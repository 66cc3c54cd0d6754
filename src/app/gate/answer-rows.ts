import { ClassAnswers } from '../../gate/batch/answer-classes.ts';
import { type Asking, classForm, columnsOf } from '../../gate/batch/class-form.ts';
import { classesQuery } from '../../gate/batch/classes-query.ts';
import type { Row } from '../../gate/batch/people-rows.ts';
import { hold } from '../../gate/reason.ts';
import { isEssential } from '../../gate/rule.ts';
import type { AnswerEngine } from './answer-engine.ts';

/**
 * Answers every row of `asked` in table `outcome`: the number of the row, in order, and the place of its answer. Whoever is
 * named more than once gets one message: the first row that is permitted. A stage of a roll-out goes to the first rows.
 * Neither holds back what is essential.
 */
export async function answerRows(engine: AnswerEngine, asking: Asking): Promise<ClassAnswers> {
  const columns = columnsOf(classForm(asking)).join(', ');
  await engine.make('row_classes', classesQuery(classForm(asking)));
  await engine.make(
    'classes',
    `SELECT row_number() OVER () AS class, c.*
     FROM (SELECT ${columns}, count(*) AS members FROM row_classes GROUP BY ${columns}) c`,
  );
  const said = new ClassAnswers(asking);
  await engine.fill(
    'class_answers',
    { class: 'BIGINT', answer: 'INTEGER' },
    answersOf(engine, columns, said),
  );
  await engine.make(
    'outcome',
    `SELECT r.row_no, x.answer FROM row_classes r
     JOIN classes USING (${columns}) JOIN class_answers x USING (class) ORDER BY r.row_no`,
  );
  for (const table of ['row_classes', 'class_answers']) await engine.run(`DROP TABLE ${table}`);
  if (isEssential(asking.use)) return said;
  await engine.make('repeated', REPEATED_KEYS);
  await holdBack(
    engine,
    REPEATED_ROWS,
    said.placeOf({ decision: 'hold', reasons: [hold('named-twice', 'owner', null)] }),
  );
  const { leftInStage } = asking.use;
  if (leftInStage !== null)
    await holdBack(
      engine,
      `SELECT row_no FROM outcome WHERE answer = 0 ORDER BY row_no OFFSET ${Math.max(0, Math.floor(leftInStage))}`,
      said.placeOf({ decision: 'hold', reasons: [hold('stage-full', 'time', null)] }),
    );
  return said;
}

async function* answersOf(engine: AnswerEngine, columns: string, said: ClassAnswers): AsyncGenerator<Row> {
  for await (const [number, members, ...numbers] of engine.stream(
    `SELECT class, members, ${columns} FROM classes`,
  ))
    yield [
      Number(number),
      said.answerTo(
        numbers.map((one) => BigInt(one as bigint | number | string)),
        Number(members),
      ),
    ];
}

const PERMITTED = 'asked a JOIN outcome o ON o.row_no = a.row_no AND o.answer = 0';

/** Whoever has several permitted rows, and the first of them. */
const REPEATED_KEYS = `SELECT a.key, min(a.row_no) AS first_row FROM ${PERMITTED}
  WHERE a.key IS NOT NULL GROUP BY a.key HAVING count(*) > 1`;

/** All but the first: asked of the few who have several, so that the many are gone through once. */
const REPEATED_ROWS = `SELECT a.row_no FROM ${PERMITTED} JOIN repeated r ON r.key = a.key
  WHERE a.row_no > r.first_row`;

/** Gives permitted rows another answer. The table is made anew, since changed rows would leave their order. */
async function holdBack(engine: AnswerEngine, rows: string, answer: number): Promise<void> {
  await engine.make('held_back', rows);
  const [[count] = [0]] = await engine.rows('SELECT count(*) FROM held_back');
  if (Number(count) === 0) return;
  await engine.make(
    'outcome',
    `SELECT o.row_no, CASE WHEN h.row_no IS NULL THEN o.answer ELSE ${answer} END AS answer
     FROM outcome o LEFT JOIN held_back h ON h.row_no = o.row_no ORDER BY o.row_no`,
  );
}
