/**
 * The answers of `git cat-file --batch`, one for each name asked: the bytes of a file, or `null` for what is missing or
 * is no file. A cut answer ends the list early with `null`.
 */
export function parseBatch(printed: Buffer): (Buffer | null)[] {
  const answers: (Buffer | null)[] = [];
  let at = 0;
  while (at < printed.length) {
    const end = printed.indexOf(0x0a, at);
    if (end === -1) break;
    const header = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(printed.toString('utf8', at, end));
    if (header === null) {
      answers.push(null);
      at = end + 1;
      continue;
    }
    const size = Number(header[2]);
    const content = printed.subarray(end + 1, end + 1 + size);
    answers.push(header[1] === 'blob' && content.length === size ? content : null);
    at = end + 1 + size + 1;
  }
  return answers;
}
