import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charterOf } from '../../src/app/server/charter/charter.ts';
import { loadDemo } from '../../src/app/server/load-demo.ts';
import { asJson } from '../../src/stores/sql/tables/column-types.ts';
import { must } from '../contract/store-engines.ts';
import { Customer, SETTINGS, setUpPages } from './customer-pages.ts';
import { type Somebody, TestServer } from './harness.ts';

const RULE = (id: string, more = ''): string => `@id("${id}")
@because("a sign of debt is no moment to sell")
@instead("offer help")
forbid (principal, action == Action::"use", resource)
when { resource.sells && resource.vulnerable };
${more}`;

describe('the charter', () => {
  let server: TestServer;
  let ada: Somebody;
  beforeAll(async () => {
    server = await TestServer.start();
    ada = await server.administrator();
    await setUpPages(ada);
    await server.person(ada, 'Lifecycle', ['operator'], { reportsTo: null });
    must(await loadDemo(server.context, { onStart: () => {}, version: '0.0.0' }));
  }, 180_000);
  afterAll(() => server.stop());

  const publish = async (charter: boolean): Promise<void> => {
    const { version } = (await ada.ask('/v1/settings/customer-pages')).body;
    const set = await ada.ask('/v1/settings/customer-pages', {
      method: 'PUT',
      headers: { 'if-match': `"${version}"` },
      body: { ...SETTINGS, charter },
    });
    expect(set.status).toBe(200);
  };
  const hashIn = (page: string): string => /sha256:[0-9a-f]{64}/.exec(page)?.[0] ?? '';

  it('is there for nobody before an administrator publishes it, and tells nothing of the rules', async () => {
    const { status, body } = await server.ask<string>('/charter');
    expect(status).toBe(404);
    expect(body).toContain('No rules are published here.');
    expect(body).not.toMatch(/broker|forbid/i);
    const choices = await server.ask<string>(
      `/preferences/${new Customer(server, 'ann').token('preferences')}`,
    );
    expect(choices.body).not.toContain('/charter');
  });

  it('tells what the boundaries in force forbid, why, and what it does not cover, in four frames', async () => {
    await publish(true);
    const shown = (await ada.ask('/v1/boundaries')).body.items as Array<{ words: string; because: string }>;
    expect(shown.length).toBeGreaterThan(1);
    for (const language of ['en', 'de', 'es', 'fr']) {
      const { status, body } = await server.ask<string>(`/charter?lang=${language}`);
      expect([status, body.includes(`<html lang="${language}">`)]).toEqual([200, true]);
      for (const { words, because } of shown) {
        expect(body).toContain(words.replaceAll('"', '&quot;'));
        expect(body).toContain(`${because.charAt(0).toUpperCase()}${because.slice(1)}.`);
      }
    }
    const { body } = await server.ask<string>('/charter');
    expect(body).toContain('Exceptions that are in force now: 0.');
    expect(body).toContain('As it stands since 20 November 2026.');
    expect(body).not.toMatch(/lifecycle|winback/i);
    const choices = await server.ask<string>(
      `/preferences/${new Customer(server, 'ann').token('preferences')}`,
    );
    expect(choices.body).toContain('href="/charter?lang=en"');
  });

  it('changes with the rules that are pushed, and counts the exceptions that are in force', async () => {
    const before = hashIn((await server.ask<string>('/charter')).body);
    must(
      await server.context.store.write(async ({ db, at }) => {
        await db
          .insertInto('storedFiles')
          .values({ hash: 'sha256:charter', content: RULE('new-rule'), storedAt: at })
          .execute();
        await db
          .insertInto('settings')
          .values({
            name: 'workspace-files:second',
            value: asJson([{ path: 'boundaries/new.cedar', hash: 'sha256:charter' }]),
            changedAt: new Date(at.getTime() + 86_400_000),
          })
          .execute();
      }),
    );
    const { body } = await server.ask<string>('/charter');
    expect(body).toContain('A sign of debt is no moment to sell.');
    expect(body).toContain('As it stands since 21 November 2026.');
    expect(hashIn(body)).not.toBe(before);
    await publish(false);
    expect((await server.ask('/charter')).status).toBe(404);
  });

  it('tells the same rule of two workspaces once, and never passes over one that cannot be read', async () => {
    const one = await charterOf([{ path: 'a/boundaries/x.cedar', text: RULE('x') }]);
    const two = await charterOf([
      { path: 'a/boundaries/x.cedar', text: RULE('x') },
      { path: 'b/boundaries/x.cedar', text: RULE('x') },
    ]);
    expect(two).toEqual(one);
    const broken = await charterOf([
      {
        path: 'a/boundaries/x.cedar',
        text: RULE('x', 'forbid (principal, action, resource) when { resource.nothing };'),
      },
    ]);
    expect(broken).toMatchObject({ unread: 1, refrains: one.refrains });
    expect(broken.hash).not.toBe(one.hash);
    const permits = await charterOf([
      { path: 'a/p.cedar', text: '@id("p")\npermit (principal, action == Action::"use", resource);' },
    ]);
    expect(permits).toMatchObject({ refrains: [], unread: 0 });
  });
});
