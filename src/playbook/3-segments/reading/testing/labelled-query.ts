import type { SqlDialect } from '../../../../check/facts/card.ts';

/** A query with what a person says decides membership in it: `role field [json path]`, outputs left out. */
export interface LabelledQuery {
  readonly name: string;
  readonly dialect: SqlDialect;
  readonly sql: string;
  readonly decides: readonly string[];
  readonly schema?: Readonly<Record<string, readonly string[]>>;
}

/** A small shop, for the queries that leave columns unqualified or ask for all of them. */
export const SHOP: Readonly<Record<string, readonly string[]>> = {
  'crm.customers': [
    'id',
    'email',
    'first_name',
    'postcode',
    'birth_date',
    'churn_risk',
    'traits',
    'household_id',
    'opted_out',
  ],
  'shop.orders': ['id', 'customer_id', 'total', 'status', 'ordered_at', 'sku'],
  'shop.products': ['sku', 'category', 'price'],
  'web.visits': ['visitor_id', 'customer_id', 'url', 'visited_at'],
  'support.tickets': ['id', 'requester_id', 'topic', 'created_at'],
  'mail.optouts': ['customer_id', 'channel', 'at'],
};
