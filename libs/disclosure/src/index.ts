export { excelCsv } from './excel-csv.js';
export type { CellOut } from './excel-csv.js';
export { BULLETIN_FORM, bulletinDigest, canonicalJson, sealBulletin } from './bulletin/page.js';
export type { Arrival, BulletinContent, BulletinDraft, BulletinPage, Share, Tally, Told } from './bulletin/page.js';
export { BULLETIN_STYLE, renderBulletin } from './bulletin/render.js';
export { verifyBulletins } from './bulletin/verify.js';
export type { BulletinFault, Finding, Verdict, VerifiedChain } from './bulletin/verify.js';
export type { BulletinLanguage } from './bulletin/words.js';
