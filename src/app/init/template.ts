/** What a new workspace is told about the company that starts it. */
export interface NewWorkspace {
  readonly organisation: string;
  readonly jurisdictions: readonly string[];
  /** Day on which it starts; the example use expires half a year later. */
  readonly today: Date;
  /** Version of Scruple that its workflow runs, as `0.1.0`: another one might judge otherwise. */
  readonly version: string;
}

const HALF_A_YEAR_DAYS = 182;

/** The files of a new workspace by path: small enough to be read in two minutes, and checked without a finding that stops it. */
export function workspaceTemplate({
  organisation,
  jurisdictions,
  today,
  version,
}: NewWorkspace): ReadonlyMap<string, string> {
  const expires = new Date(today.getTime() + HALF_A_YEAR_DAYS * 86_400_000).toISOString().slice(0, 10);
  return new Map([
    ['scruple.yaml', settings(organisation, jurisdictions)],
    ['boundaries/house.cedar', BOUNDARY],
    ['datamap/shop.yaml', DATA_MAP],
    ['facts.yaml', FACTS],
    ['waivers.yaml', WAIVERS],
    ['uses/season-letter/use.yaml', card(expires, jurisdictions)],
    ['uses/season-letter/segment.sql', SEGMENT],
    ['uses/season-letter/letter.txt', LETTER],
    ['.github/workflows/scruple.yml', workflow(version)],
  ]);
}

const settings = (
  organisation: string,
  jurisdictions: readonly string[],
): string => `# What holds for every use of customer data in this company.
organisation: ${JSON.stringify(organisation)}
jurisdictions: [${jurisdictions.join(', ')}]
`;

const BOUNDARY = `// What this company does not do with customer data, whoever asks. One rule a statement, each with an id.
@id("no-selling-by-vulnerability")
@because("people in arrears, in grief or in poor health are easier to press, and pay for it later")
@instead("leave the condition out, or send them help and no offer")
forbid (principal, action, resource)
when { resource.sells && resource.vulnerable }
unless { resource.protective };
`;

const DATA_MAP = `# Fictional: put your own tables in its place. What is held about people, where it comes from, what they were told.
source: shop
system: Shop database (fictional)
origin: provided
datasets:
  - dataset: shop.customers
    subjects: customer
    collected_for: [essential.service, marketing.communications]
    notice: privacy-notice-1
    retention: P3Y
    systems: [mailer]
    fields:
      - { field: id, category: user.unique_id, basis: contract }
      - { field: email, category: user.contact.email, basis: consent }
      - { field: first_name, category: user.name, basis: consent }
      - { field: newsletter_consent, category: user.privacy_preferences, basis: consent }
`;

const FACTS = `# Facts that messages rest on, each owned by someone other than the owner of the use. Fictional: the example claims nothing.
season-start: { type: deadline, at: 2030-03-01T00:00:00Z, owner: buying@shop.example }
`;

const WAIVERS = `# Exceptions with an owner, a reason and an end: { check, use, reason, owner, until }. None so far.
[]
`;

const card = (
  expires: string,
  jurisdictions: readonly string[],
): string => `# Fictional example of a planned use. Copy the folder for your own, and run: scruple check
use: season-letter
kind: campaign
owner: letters@shop.example
approver: trust@shop.example
purpose: marketing.communications.email
basis: consent
intent: inform
goal: people know what is in the shop this season
benefit: "They learn what is new without having to look"
without_it: "Nothing: the shop stays open to them"
themes: []
channels: [email]
jurisdictions: [${jurisdictions.join(', ')}]
expires: ${expires}
audience:
  segment: segment.sql
  dialect: postgres
  expansion: off
messages:
  - file: letter.txt
    subject: What is new this season
    from: "The Shop (fictional) <letters@shop.example>"
    headers:
      List-Unsubscribe: "<https://shop.example/u/token>"
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
fields: [shop.customers.id, shop.customers.email, shop.customers.first_name, shop.customers.newsletter_consent]
caps: { per_person: { count: 1, days: 30 } }
automation: { decision: none }
explanation: "You asked for our newsletter."
`;

const SEGMENT = `-- Everyone who asked for the newsletter.
select c.id, c.email, c.first_name
from shop.customers c
where c.newsletter_consent = true
`;

const LETTER = `Hello {{ first_name }},

the new season has arrived. We have added walking shoes in wider sizes, and
rain jackets that can be repaired in the shop. You can look at everything in
the shop whenever you like; prices stay as they are.

You get this letter because you asked for our newsletter.

The Shop (fictional), 1 Harbour Road, Sampletown
Unsubscribe: https://shop.example/u/token
`;

const workflow = (
  version: string,
): string => `# Checks every planned use when it changes, and shows findings in the pull request.
name: scruple
on: [pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npx --yes scruple@${version} check --format sarif --out scruple.sarif
      - uses: github/codeql-action/upload-sarif@v3
        if: always()
        with: { sarif_file: scruple.sarif }
`;
