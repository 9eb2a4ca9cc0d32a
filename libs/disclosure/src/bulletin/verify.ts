import { BULLETIN_FORM, bulletinDigest, type BulletinPage } from './page.js';
import { renderBulletin } from './render.js';
import type { BulletinLanguage } from './words.js';

export type BulletinFault =
  | 'not-a-bulletin'
  /** What the page shows is not what its data says. */
  | 'page-altered'
  /** The data was changed after the page was sealed. */
  | 'digest-differs'
  | 'two-pages-of-a-day'
  | 'page-missing'
  /** It names another page before it than the one there is. */
  | 'chain-broken';

export interface Finding {
  source: string;
  fault: BulletinFault;
  detail: string;
}

export interface VerifiedChain {
  territory: string;
  from: string;
  to: string;
  pages: number;
  /** Digest of the last page: whoever knows it from elsewhere knows all before it. */
  head: string;
  /** Whether the first of these pages is the first of its community. */
  fromTheBeginning: boolean;
}

export interface Verdict {
  findings: Finding[];
  chains: VerifiedChain[];
}

interface Read {
  source: string;
  page: BulletinPage;
}

const DATA = /<script type="application\/json" id="bulletin">(.*?)<\/script>/s;

/**
 * Checks bulletins by what they say themselves: each page against its digest, what is shown against its data, and each
 * page's link to the one before it.
 * @param files text of each page, as JSON or as the printable page
 */
export function verifyBulletins(files: readonly { source: string; text: string }[]): Verdict {
  const findings: Finding[] = [];
  const read = files.flatMap(({ source, text }): Read[] => {
    const result = readBulletin(text);
    if ('page' in result) return [{ source, page: result.page }];
    findings.push({ source, ...result });
    return [];
  });
  const chains = [...new Set(read.map(({ page }) => page.territory))].sort().flatMap((territory) => {
    const own = read.filter(({ page }) => page.territory === territory);
    own.sort((a, b) => (a.page.day < b.page.day ? -1 : 1));
    const broken = linkFaults(own);
    findings.push(...broken);
    return broken.length > 0 ? [] : [chainOf(territory, own)];
  });
  return { findings, chains };
}

function readBulletin(text: string): { page: BulletinPage } | Omit<Finding, 'source'> {
  const data = text.trimStart().startsWith('{') ? text : DATA.exec(text)?.[1];
  const read = data === undefined ? undefined : parsed(data);
  if (!read) return { fault: 'not-a-bulletin', detail: `holds no page of the form ${BULLETIN_FORM}` };
  const { page, digest } = read;
  if (digest !== page.digest) {
    return { fault: 'digest-differs', detail: `its content has the digest ${digest}, the page says ${page.digest}` };
  }
  if (data !== text && !isAsRendered(text, page)) {
    return { fault: 'page-altered', detail: 'what it shows is not what its data says' };
  }
  return { page };
}

function parsed(data: string): { page: BulletinPage; digest: string } | undefined {
  try {
    const page = JSON.parse(data) as BulletinPage;
    const texts = [page.territory, page.day, page.digest, page.madeAt];
    return page.form === BULLETIN_FORM && texts.every((text) => typeof text === 'string')
      ? { page, digest: bulletinDigest(page) }
      : undefined;
  } catch {
    return undefined;
  }
}

function isAsRendered(text: string, page: BulletinPage): boolean {
  const told = text.replaceAll('\r\n', '\n').trim();
  return (['zh', 'en'] satisfies BulletinLanguage[]).some((language) => {
    try {
      return renderBulletin(page, language).trim() === told;
    } catch {
      return false;
    }
  });
}

/** @param read the pages of one community by day */
function linkFaults(read: readonly Read[]): Finding[] {
  return read.flatMap(({ source, page }, index): Finding[] => {
    const before = read[index - 1]?.page;
    const found = before && linkFault(page, before);
    return found ? [{ source, ...found }] : [];
  });
}

function linkFault({ previous, day, digest }: BulletinPage, before: BulletinPage): Omit<Finding, 'source'> | undefined {
  if (before.day === day) {
    return before.digest === digest ? undefined : { fault: 'two-pages-of-a-day', detail: `for ${day}` };
  }
  if (previous?.digest === before.digest && previous.day === before.day) return undefined;
  if (previous && previous.day > before.day) {
    return { fault: 'page-missing', detail: `it follows the page of ${previous.day}, which is not here` };
  }
  const named = previous ? `${previous.day} ${previous.digest}` : 'none';
  return { fault: 'chain-broken', detail: `it names ${named}, but before it stands ${before.day} ${before.digest}` };
}

function chainOf(territory: string, read: readonly Read[]): VerifiedChain {
  const [first, last] = [read[0]!.page, read.at(-1)!.page];
  const pages = new Set(read.map(({ page }) => page.day)).size;
  return {
    territory,
    from: first.day,
    to: last.day,
    pages,
    head: last.digest,
    fromTheBeginning: first.previous === null,
  };
}
