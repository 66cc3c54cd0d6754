/** A day or moment as a text says it, before it is known which day that is. */
export interface SaidDate {
  readonly start: number;
  readonly end: number;
  /** The words, for people. */
  readonly words: string;
  readonly means:
    | {
        readonly type: 'date';
        readonly readings: ReadonlyArray<{
          readonly year: number | null;
          readonly month: number;
          readonly day: number;
        }>;
      }
    /** 0 is Sunday. */
    | { readonly type: 'weekday'; readonly days: readonly number[] }
    | { readonly type: 'days-ahead'; readonly days: number }
    | { readonly type: 'after'; readonly ms: number };
}

const MONTHS = [
  'january|jan|januar|jänner|janvier|enero',
  'february|feb|februar|f[ée]vrier|febrero',
  'march|mar|märz|mars|marzo',
  'april|apr|avril|abril',
  'may|mai|mayo',
  'june|jun|juni|juin|junio',
  'july|jul|juli|juillet|julio',
  'august|aug|ao[ûu]t|agosto',
  'september|sept|sep|septembre|septiembre|setiembre',
  'october|oct|oktober|okt|octobre|octubre',
  'november|nov|novembre|noviembre',
  'december|dec|dezember|dez|d[ée]cembre|diciembre',
];
const WEEKDAYS = [
  'sunday|sonntag|dimanche|domingo',
  'monday|montag|lundi|lunes',
  'tuesday|dienstag|mardi|martes',
  'wednesday|mittwoch|mercredi|mi[ée]rcoles',
  'thursday|donnerstag|jeudi|jueves',
  'friday|freitag|vendredi|viernes',
  'saturday|samstag|sonnabend|samedi|s[áa]bado',
];
const MONTH = `(?<month>${MONTHS.join('|')})`;
const DAY = '(?<day>\\d{1,2})';
const YEAR = '(?<year>20\\d{2})';
const EDGE = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const UNTIL =
  "(?:on|until|till|by|before|ends?|ending|expires?|through|am|bis|zum|dem|den|vor|endet|le|jusqu'au|avant|au|el|hasta|al|antes)";
const UNIT_MS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^m/, 60_000],
  [/^(?:h|st)/, 3_600_000],
  [/^(?:d|t|j)/, 86_400_000],
  [/^(?:w|se)/, 604_800_000],
];
const UNITS =
  '(?:minutes?|minuten|mins?|minutos?|hours?|hrs?|h|stunden?|std|heures?|horas?|days?|tage?n?|jours?|d[íi]as?|weeks?|wochen?|semaines?|semanas?)';
const SPAN = `(?<count>\\d{1,3})[ -]?(?<unit>${UNITS})`;
const SPAN_BEFORE =
  '(?:in|within|only|just|next|last|final|for|noch|nur|innerhalb von|in den nächsten|dans|pendant|encore|sous|en|durante|solo|sólo|quedan)';
const SPAN_BEHIND = '(?: left| only| remaining| to go| übrig| restantes?| seulement)';

const pattern = (source: string): RegExp => new RegExp(`${EDGE}${source}${END}`, 'giu');
type Reader = (groups: Record<string, string>) => SaidDate['means'] | null;
const weekday =
  (days: readonly number[]): Reader =>
  () => ({ type: 'weekday', days });
const daysAhead =
  (days: number): Reader =>
  () => ({ type: 'days-ahead', days });

const readers: ReadonlyArray<readonly [RegExp, Reader]> = [
  [pattern(`${YEAR}-(?<m>\\d{2})-${DAY}`), (found) => date(found.year, found.m!, found.day!)],
  [
    pattern(`${DAY}(?:st|nd|rd|th|\\.|er|º)? ?(?:of |de |d')?${MONTH}\\.?(?:,? (?:de |del )?${YEAR})?`),
    namedMonth,
  ],
  [pattern(`${MONTH}\\.? ${DAY}(?:st|nd|rd|th)?(?:,? ${YEAR})?`), namedMonth],
  [pattern(`${DAY}\\. ?(?<m>\\d{1,2})\\.(?: ?${YEAR})?`), (found) => date(found.year, found.m!, found.day!)],
  [pattern(`${DAY}[/.](?<m>\\d{1,2})[/.]${YEAR}`), (found) => eitherWay(found.year, found.day!, found.m!)],
  [
    pattern(`(?<=${UNTIL} )(?!24/7)${DAY}/(?<m>\\d{1,2})`),
    (found) => eitherWay(undefined, found.day!, found.m!),
  ],
  ...WEEKDAYS.map(
    (names, index) =>
      [
        pattern(`(?<!black |cyber |giving |throwback )(?:${names})(?:abend|nacht)?`),
        weekday([index]),
      ] as const,
  ),
  [
    pattern('(?:this weekend|dieses wochenende|am wochenende|ce week-end|este fin de semana)'),
    weekday([5, 6, 0]),
  ],
  [pattern('(?:day after tomorrow|übermorgen|apr[èe]s-demain|pasado mañana)'), daysAhead(2)],
  [
    pattern('(?<!day after |guten |heute |am |pasado |la |por la )(?:tomorrow|morgen|demain|mañana)'),
    daysAhead(1),
  ],
  [pattern("(?:today|tonight|this evening|heute|aujourd'hui|ce soir|hoy|esta noche)"), daysAhead(0)],
  [pattern(`(?<=${SPAN_BEFORE}:? )${SPAN}`), span],
  [pattern(`${SPAN}(?=${SPAN_BEHIND})`), span],
  [pattern('(?:midnight|mitternacht|minuit|medianoche)'), daysAhead(0)],
];

/** The days and moments that a normalised text names, in English, German, French and Spanish, in the order of reading. */
export function saidDates(text: string): SaidDate[] {
  const found: SaidDate[] = [];
  for (const [expression, read] of readers)
    for (const match of text.matchAll(expression)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => other.start < end && start < other.end)) continue;
      const means = read(match.groups ?? {});
      if (means !== null) found.push({ start, end, words: match[0], means });
    }
  // "Sunday at midnight" names one moment, and the day says more.
  const precise = found.filter(({ words }) => !/^(?:midnight|mitternacht|minuit|medianoche)$/.test(words));
  return (precise.length > 0 ? precise : found).sort((a, b) => a.start - b.start);
}

function namedMonth(found: Record<string, string>): SaidDate['means'] | null {
  const month = MONTHS.findIndex((names) =>
    new RegExp(`^(?:${names})$`, 'u').test(found.month!.toLowerCase()),
  );
  return date(found.year, String(month + 1), found.day!);
}

function date(year: string | undefined, month: string, day: string): SaidDate['means'] | null {
  const reading = { year: year === undefined ? null : Number(year), month: Number(month), day: Number(day) };
  return isDay(reading) ? { type: 'date', readings: [reading] } : null;
}

/** 6/12 is June in one country and December in another: both are kept, and the fact decides. */
function eitherWay(year: string | undefined, first: string, second: string): SaidDate['means'] | null {
  const readings = [
    { year: year === undefined ? null : Number(year), month: Number(second), day: Number(first) },
    { year: year === undefined ? null : Number(year), month: Number(first), day: Number(second) },
  ].filter(isDay);
  return readings.length === 0 ? null : { type: 'date', readings };
}

const isDay = ({ year, month, day }: { year: number | null; month: number; day: number }): boolean => {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate();
};

function span(found: Record<string, string>): SaidDate['means'] | null {
  const unit = UNIT_MS.find(([start]) => start.test(found.unit!));
  const ms = Number(found.count) * (unit?.[1] ?? 0);
  return ms > 0 ? { type: 'after', ms } : null;
}
