export const ROLES = [
  'district-office',
  'subdistrict-office',
  'residents-committee',
  'property-firm',
  'platform',
  'pickup-station',
  'volunteer',
  'resident',
  'transporter',
  'social-organisation',
  'police',
  'grid-worker',
  'system',
] as const;

export type Role = (typeof ROLES)[number];

export const ROLE_WORDS: Readonly<Record<Role, { zh: string; en: string }>> = {
  'district-office': { zh: '区办公室', en: 'The district office' },
  'subdistrict-office': { zh: '街道办事处', en: 'The sub-district office' },
  'residents-committee': { zh: '居委会', en: 'The residents committee' },
  'property-firm': { zh: '物业公司', en: 'The property firm' },
  platform: { zh: '团购平台', en: 'The platform' },
  'pickup-station': { zh: '自提点', en: 'The pickup station' },
  volunteer: { zh: '志愿者', en: 'A volunteer' },
  resident: { zh: '居民', en: 'A resident' },
  transporter: { zh: '运输方', en: 'The transporter' },
  'social-organisation': { zh: '社会组织', en: 'The social organisation' },
  police: { zh: '民警', en: 'The police' },
  'grid-worker': { zh: '网格员', en: 'A grid worker' },
  system: { zh: '系统', en: 'The system' },
};
