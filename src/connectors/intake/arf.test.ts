import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arf } from './arf.ts';
import { feedbackReport } from './testing/more-deliveries.ts';
import { COMPLAINT, NOW } from './testing/sample.ts';

const read = (text: string) => arf.read(Buffer.from(text), NOW);

describe('feedback reports by mail', () => {
  it('tells of a complaint at the time of the report', () => {
    expect(read(feedbackReport())).toMatchObject({
      value: { told: [{ ...COMPLAINT, at: new Date('2025-11-20T08:40:00Z') }], unreadable: [] },
    });
    expect(read(feedbackReport().replaceAll('\r\n', '\n'))).toEqual(read(feedbackReport()));
  });

  it.each([
    ['not-spam', { told: [], ignored: 1 }],
    ['auth-failure', { told: [], ignored: 1 }],
    ['opt-out', { told: [{ type: 'opt-out', channel: 'email' }], ignored: 0 }],
  ])('takes a report of the kind %s for what it is', (kind, value) => {
    expect(read(feedbackReport({ kind }))).toMatchObject({ value });
  });

  it.each([
    ['the first field of a Feedback-ID', 'Feedback-ID: winback-spring:harbor:mail:sender', 'winback-spring'],
    ['a folded header', 'X-Scruple-Use:\r\n winback-spring', 'winback-spring'],
    ['no header', 'X-Campaign: winback-spring', null],
    ['a header with no id of a use', 'X-Scruple-Use: ../../etc', null],
  ])('finds the use by %s', (_name, header, use) => {
    expect(read(feedbackReport({ original: `To: <a@example.org>\r\n${header}` }))).toMatchObject({
      value: { told: [{ use }] },
    });
  });

  it.each([
    ['a redacted recipient', 'Original-Rcpt-To: <redacted-4f6e2a@example.org>'],
    ['none', 'Source-IP: 192.0.2.1'],
  ])('keeps what has %s, and hands on our own link', (_name, fields) => {
    const original =
      'List-Unsubscribe: <mailto:u@harbor.example>,\r\n <https://go.harbor.example/u/123.abc-_.def>';
    expect(read(feedbackReport({ fields, original }))).toMatchObject({
      value: { told: [{ recipient: null, leavingLink: '123.abc-_.def' }] },
    });
  });

  it('reads parts that were encoded on the way', () => {
    const encoded = Buffer.from('Feedback-Type: abuse\r\nOriginal-Rcpt-To: <b@example.org>\r\n').toString(
      'base64',
    );
    const text = [
      'Content-Type: multipart/report; report-type="feedback-report"; boundary=b',
      'Date: Thu, 20 Nov 2025 08:40:00 +0100',
      '',
      '--b',
      'Content-Type: message/feedback-report',
      'Content-Transfer-Encoding: base64',
      '',
      encoded,
      '--b',
      'Content-Type: text/rfc822-headers',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'X-Scruple-Use: winback=2Dspr=',
      'ing',
      '--b--',
    ].join('\n');
    expect(read(text)).toMatchObject({
      value: { told: [{ use: 'winback-spring', recipient: { value: 'b@example.org' } }] },
    });
  });

  it('is the same event when it is sent again, and another when another report comes', () => {
    const idOf = (text: string) => {
      const answer = read(text);
      return answer.ok ? answer.value.told[0]!.id : null;
    };
    expect(idOf(feedbackReport().replace('SomeGenerator', 'Relay'))).toBe(idOf(feedbackReport()));
    expect(idOf(feedbackReport().replace('<r1@', '<r2@'))).not.toBe(idOf(feedbackReport()));
  });

  it('names what is missing, and never throws', () => {
    expect(read('Subject: hello\n\nworld')).toMatchObject({ problem: { code: 'intake.unreadable' } });
    expect(
      read(
        feedbackReport()
          .replace(/^Date.*$/m, 'X: y')
          .replace(/Arrival-Date.*/, 'X: y'),
      ),
    ).toMatchObject({
      value: { unreadable: [{ index: 0, field: 'Date' }] },
    });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('--part1_13d.2e68ed54', '\r\n', ': ', ';', '=', 'a', '<', '\0')),
        (bits) => {
          expect(read(feedbackReport({ fields: bits.join(''), original: bits.join('') })).ok).toBe(true);
        },
      ),
    );
  });

  it('reads 5 MB of headers and boundaries in good time', () => {
    const long = `${feedbackReport()}${'\r\n--part1_13d.2e68ed54\r\n a: b'.repeat(150_000)}`;
    const begun = performance.now();
    expect(read(long).ok).toBe(true);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
