import type { APIRequestContext, Browser, BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import type { Role } from '#domain/permissions.ts';
import { type ServedPage, type Serving, servePage } from './serve-page.ts';
import { startBrowser } from './start-browser.ts';

export const PASSWORD = 'assez long pour un essai';
export const ADMINISTRATOR = { name: 'Claire Dubois', email: 'claire@exemple.org', password: PASSWORD };

const NAMES: Readonly<Record<Exclude<Role, 'administrator'>, string>> = {
  adviser: 'Awa Conseil',
  translator: 'Tarik Traduction',
  operator: 'Olga Exploitation',
};

/** Liasse served on an empty home, and a Chromium. */
export interface BrowserApp {
  readonly served: ServedPage;
  /** A page of somebody new to it, in French unless told otherwise; at the address, relative to the server. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page of somebody signed in in that role, at the address. The administrator is made first, who invites the others into the first team. */
  as(role: Role, path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The API as somebody in that role, with the cookies of `page.context()`. */
  post(page: Page, path: string, body: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** To be closed in `afterAll`. Nothing is read by default. */
export async function startBrowserApp(serving?: Serving): Promise<BrowserApp> {
  const served = await servePage(serving);
  const browser = await startBrowser();
  const people = new Map<Role, string>();
  const newPage = (options: BrowserContextOptions = {}): Promise<Page> => openPage(browser, served.url, options);
  const setUp = async (page: Page): Promise<void> => {
    const code = new URL(served.setupLink).hash.slice(1);
    people.set('administrator', ADMINISTRATOR.email);
    // A test may have made the administrator by hand.
    const { isSetUp } = setupSchema.parse(await (await page.request.get('/api/setup')).json());
    if (isSetUp) return enter(page, 'administrator');
    await post(page.request, served.url, '/api/setup', { ...ADMINISTRATOR, code, language: 'fr' });
  };
  const join = async (page: Page, role: Exclude<Role, 'administrator'>): Promise<void> => {
    if (!people.has('administrator')) await setUp(await newPage());
    const boss = await newPage();
    await post(boss.request, served.url, '/api/auth/sign-in', { email: ADMINISTRATOR.email, password: PASSWORD });
    const { teams } = teamsSchema.parse(await (await boss.request.get('/api/teams')).json());
    const email = `${role}@exemple.org`;
    const invitation = { email, role, teamIds: teams.map(({ id }) => id), language: 'fr' };
    const { link } = linkSchema.parse(await post(boss.request, served.url, '/api/invitations', invitation));
    const token = new URL(link).hash.slice(1);
    const joining = { token, name: NAMES[role], password: PASSWORD, language: 'fr' };
    await post(page.request, served.url, '/api/invitations/accept', joining);
    people.set(role, email);
    await boss.context().close();
  };
  const enter = async (page: Page, role: Role): Promise<void> => {
    const email = people.get(role);
    if (email !== undefined) await post(page.request, served.url, '/api/auth/sign-in', { email, password: PASSWORD });
    else if (role === 'administrator') await setUp(page);
    else await join(page, role);
  };
  return {
    served,
    open: async (path, options) => {
      const page = await newPage(options);
      await page.goto(path);
      return page;
    },
    as: async (role, path, options) => {
      const page = await newPage(options);
      await enter(page, role);
      await page.goto(path);
      return page;
    },
    post: (page, path, body) => post(page.request, served.url, path, body),
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

const setupSchema = z.object({ isSetUp: z.boolean() });
const teamsSchema = z.object({ teams: z.array(z.object({ id: z.string() })) });
const linkSchema = z.object({ link: z.string() });

async function openPage(browser: Browser, baseURL: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'fr-FR', reducedMotion: 'reduce', ...options });
  return context.newPage();
}

/** As the page itself asks: from our own origin. */
async function post(request: APIRequestContext, url: string, path: string, body: unknown): Promise<unknown> {
  const answer = await request.post(path, { data: body, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
  return answer.json();
}
