import { chainAt, type Instant, type PolicyInForce, type Territory } from '@baogong/kernel';
import type { CopiedPolicy } from './authority-rows.js';
import type { InForce } from './in-force.js';

/** All policies that have come, district by district. */
export interface PolicyBooks {
  add(policies: readonly CopiedPolicy[]): void;
  /** Of a version that somebody has acted under. */
  hear(heard: { territory: Territory; policyVersion: number }): void;
  inForce(place: Territory, at: Instant): Pick<InForce, 'policyVersion' | 'policy'>;
}

interface Book {
  versions: Map<number, CopiedPolicy>;
  /** The highest that has come; a district's versions come in their order. */
  last: number;
  heardOf: number;
}

/** What holds where no policy was issued: nobody may take anything away. */
const BEFORE_ANY: PolicyInForce = { version: 0, clauses: [{ id: 'everything' }], lineage: [] };

export function createPolicyBooks(): PolicyBooks {
  const books = new Map<string, Book>();
  const bookOf = (place: Territory): Book => {
    const district = districtOf(place);
    const book = books.get(district) ?? { versions: new Map<number, CopiedPolicy>(), last: 0, heardOf: 0 };
    books.set(district, book);
    return book;
  };
  return {
    add(policies) {
      for (const one of policies) {
        const book = bookOf(one.territory);
        book.versions.set(one.version, one);
        book.last = Math.max(book.last, one.version);
      }
    },
    hear({ territory, policyVersion }) {
      const book = bookOf(territory);
      book.heardOf = Math.max(book.heardOf, policyVersion);
    },
    inForce(place, at) {
      const book = books.get(districtOf(place));
      if (!book) return { policyVersion: 0, policy: BEFORE_ANY };
      const { versions, last, heardOf } = book;
      const chain = chainAt([...versions.values()], place, at);
      const policyVersion = chain.at(-1)?.version ?? 0;
      return heardOf > last ? { policyVersion } : { policyVersion, ...textOf(chain) };
    },
  };
}

const districtOf = (place: Territory): string => place.split('/')[0]!;

function textOf(chain: readonly CopiedPolicy[]): Pick<InForce, 'policy'> {
  const nearest = chain.at(-1);
  if (!nearest) return { policy: BEFORE_ANY };
  if (!nearest.clauses) return {};
  const lineage = chain.map(({ version, territory, source }) => {
    const { title, article } = source ?? { title: '', article: '' };
    return { version, territory, title, article };
  });
  return { policy: { version: nearest.version, clauses: nearest.clauses, lineage } };
}
