import { ClassAnswers } from '../../gate/batch/answer-classes.ts';
import { type Asking, classForm, columnsOf } from '../../gate/batch/class-form.ts';
import { classesQuery } from '../../gate/batch/classes-query.ts';
import { hold } from '../../gate/reason.ts';
import { isEssential } from '../../gate/rule.ts';
import type { BatchEngine } from './batch-engine.ts';

/**
 * Answers every row of `asked` in table `outcome`: the number of the row, in order, and the place of its answer. Whoever is
 * named more than once gets one message: the first row that is permitted. A stage of a roll-out goes to the first rows.
 * Neither holds back what is essential.
 */
export async function answerRows(engine: BatchEngine, asking: Asking): Promise<ClassAnswers> {
  const columns = columnsOf(classForm(asking)).join(', ');
  await engine.run(`CREATE TABLE row_classes AS ${classesQuery(classForm(asking))}`);
  await engine.run(
    `CREATE TABLE classes AS SELECT row_number() OVER () AS class, *
     FROM (SELECT ${columns}, count(*) AS members FROM row_classes GROUP BY ${columns})`,
  );
  await engine.createTable('class_answers', { class: 'BIGINT', answer: 'INTEGER' });
  const appender = await engine.appender('class_answers', ['BIGINT', 'INTEGER']);
  const said = new ClassAnswers(asking);
  for await (const [number, members, ...numbers] of engine.stream(
    `SELECT class, members, ${columns} FROM classes`,
  )) {
    appender.add([
      Number(number),
      said.answerTo(
        numbers.map((one) => BigInt(one as bigint | number)),
        Number(members),
      ),
    ]);
  }
  appender.close();
  await engine.run(
    `CREATE TABLE outcome AS SELECT r.row_no, x.answer FROM row_classes r
     JOIN classes USING (${columns}) JOIN class_answers x USING (class) ORDER BY r.row_no`,
  );
  for (const table of ['row_classes', 'class_answers']) await engine.run(`DROP TABLE ${table}`);
  if (isEssential(asking.use)) return said;
  await engine.run(`CREATE OR REPLACE TEMP TABLE repeated AS ${REPEATED_KEYS}`);
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

const PERMITTED = 'asked a JOIN outcome o ON o.row_no = a.row_no AND o.answer = 0';

/** Whoever has several permitted rows, and the first of them. */
const REPEATED_KEYS = `SELECT a.key, min(a.row_no) AS first_row FROM ${PERMITTED}
  WHERE a.key IS NOT NULL GROUP BY a.key HAVING count(*) > 1`;

/** All but the first: asked of the few who have several, so that the many are gone through once. */
const REPEATED_ROWS = `SELECT a.row_no FROM ${PERMITTED} JOIN repeated r ON r.key = a.key
  WHERE a.row_no > r.first_row`;

/** Gives permitted rows another answer. The table is made anew, since changed rows would leave their order. */
export async function holdBack(engine: BatchEngine, rows: string, answer: number): Promise<number> {
  await engine.run(`CREATE OR REPLACE TEMP TABLE held_back AS ${rows}`);
  const [[count] = [0]] = await engine.rows('SELECT count(*) FROM held_back');
  if (Number(count) === 0) return 0;
  await engine.run(
    `CREATE OR REPLACE TABLE outcome AS SELECT o.row_no, CASE WHEN h.row_no IS NULL THEN o.answer ELSE ${answer} END AS answer
     FROM outcome o LEFT JOIN held_back h ON h.row_no = o.row_no ORDER BY o.row_no`,
  );
  return Number(count);
}
