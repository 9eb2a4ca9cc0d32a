/** The sample people shown to a newcomer, each of whom the sample registers. */
export type SamplePerson = { actor: string; role: string; zh: string; en: string };

export const BOOTSTRAP_ACTOR = 'do-1';

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { actor: BOOTSTRAP_ACTOR, role: 'district-office', zh: '区商务委值班', en: 'District office, on duty' },
  { actor: 'rc-y', role: 'residents-committee', zh: 'Y社区居委会', en: 'Residents’ committee of Y community' },
  { actor: 'pf-y', role: 'property-firm', zh: 'Y社区物业', en: 'Property firm' },
  { actor: 'gp-1', role: 'platform', zh: '团购平台', en: 'Group-buying platform' },
  { actor: 'ps-1', role: 'pickup-station', zh: '东门自提点', en: 'Pickup station, east gate' },
  { actor: 'vo-001', role: 'volunteer', zh: '志愿者', en: 'Volunteer' },
  { actor: 're-0001', role: 'resident', zh: '居民（一弄）', en: 'Resident, lane 1' },
  { actor: 're-0131', role: 'resident', zh: '居民（7号楼）', en: 'Resident, building 7' },
];
