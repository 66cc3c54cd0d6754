import type { Problem } from '../../../kernel/problem.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { isSubjectKey } from '../../../playbook/6-control/ledger/subject-key.ts';
import { OBJECTIONS, type RequestKind } from '../../../playbook/6-control/requests/request-kind.ts';
import type { ServerContext } from '../context.ts';
import { letterIsSettled, type OwedLetter, owedLetters } from '../requests/owed-letters.ts';
import { type LetterKind, languageNear, PLAIN_LETTER } from './letter.ts';
import { oweLetter } from './owe-letter.ts';

const AT_ONCE = 50;

/**
 * Owes the letters that steps of requests are told by. What is asked and what is answered does not stand in them, since
 * mail is forwarded; who was erased is told what came of it, since no page can show them any more.
 * Problems: those of the store, `seal.unreadable`.
 */
export async function oweLettersOfRequests(
  context: Pick<ServerContext, 'store' | 'sealer'>,
): Promise<Result<number, Problem>> {
  const owed = await context.store.write(async (work) => {
    const letters = await owedLetters(work.db, context, AT_ONCE);
    for (const letter of letters) {
      const { request, event, address, language, dueAt, subject, words } = letter;
      const kind = kindOf(letter);
      await oweLetter(
        work,
        context,
        {
          ...PLAIN_LETTER,
          kind,
          address,
          language: languageNear(language),
          subject: subject !== null && isSubjectKey(subject) ? subject : null,
          dueAt: dueAt.toISOString(),
          words: kind === 'erased' ? words : null,
        },
        `letter_${request}_${event}`,
      );
      await letterIsSettled(work.db, request, event);
    }
    return letters.length;
  });
  return owed.ok ? ok(owed.value) : owed;
}

function kindOf({ type, kind, subject }: OwedLetter): LetterKind {
  const isAnswer = type === 'answered' || type === 'refused';
  if (subject === null) return isAnswer ? 'erased' : 'news';
  if (type === 'opened') return 'asked';
  if (!isAnswer) return 'news';
  return OBJECTIONS.includes(kind as RequestKind) && type === 'answered' ? 'objected' : 'answered';
}
