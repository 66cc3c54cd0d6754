/** The most that the server puts on a page. */
const LIMIT = 500;

/** All of a list that people see whole: as `read` a page of it, again and again to its end. */
export async function allPages<
  P extends { readonly items: readonly unknown[]; readonly next: string | null },
>(read: (page: { readonly limit: number; readonly after?: string }) => Promise<P>): Promise<P> {
  const items: unknown[] = [];
  for (let after: string | null = null; ; ) {
    const page: P = await read({ limit: LIMIT, ...(after === null ? {} : { after }) });
    items.push(...page.items);
    if (page.next === null) return { ...page, items };
    after = page.next;
  }
}
