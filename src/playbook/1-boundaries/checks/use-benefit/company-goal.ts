/** Words of teams for what they are measured by, in four languages. A person would say none of them of themselves. */
const COMPANY_GOALS: readonly RegExp[] = [
  /\b(?:revenue|turnover|conversions?|conversion rate|open rates?|click rates?|click-through|clicks|engagement|retention|churn|up-?sell(?:ing)?|cross-?sell(?:ing)?|lifetime value|clv|ltv|roi|kpis?|basket size|average order value|aov|repeat orders?|repeat purchases?|reactivat\w*|win-?back|leads?|pipeline|market share|sales|margin|more orders|monetis\w*|monetiz\w*)\b/iu,
  /(?<!\p{L})(?:umsatz|konversion\w*|öffnungsrate|klickrate|kundenbindung|abwanderung|warenkorbwert|wiederkäufe|reaktivierung|marge|absatz)(?!\p{L})/iu,
  /(?<!\p{L})(?:chiffre d.affaires|taux de conversion|taux d.ouverture|taux de clic|fidélisation|panier moyen|réachat|ventes|marge)(?!\p{L})/iu,
  /(?<!\p{L})(?:ingresos|facturación|tasa de conversión|tasa de apertura|fidelización|retención|ventas|margen)(?!\p{L})/iu,
];

/** The words in which a text names a goal of a company, or `null`. */
export function companyGoalIn(text: string): string | null {
  for (const pattern of COMPANY_GOALS) {
    const found = pattern.exec(text.slice(0, 1_000))?.[0];
    if (found !== undefined) return found;
  }
  return null;
}
