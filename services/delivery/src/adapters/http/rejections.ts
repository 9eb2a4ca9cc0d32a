/** What to tell people, by code of a rejection or of a refused pass. */
export const REJECTIONS: Record<string, string> = {
  'already-open': 'This station is open already.',
  'closes-before-it-opens': 'A station closes later than it opens.',
  'not-your-organisation': 'You may open and amend stations of your own organisation only.',
  'not-open': 'There is no such station.',

  'already-packed': 'This parcel is packed already.',
  'not-packed': 'This parcel is not packed yet.',
  'not-the-custodian': 'Only whoever holds the parcel can offer it.',
  'offered-to-its-custodian': 'A parcel is offered to somebody else than its holder.',
  'not-offered': 'This parcel is not on offer.',
  'not-offered-to-you': 'This parcel was offered to somebody else.',
  over: 'This parcel has reached its end: handed over, uncollected or withdrawn.',
  'window-impossible': 'The window of a pass ends in the future, after it began, and is a day long at most.',

  replayed: 'This pass was used before: the parcel has been handed over.',
  forged: 'This pass is not one of ours.',
  foreign: 'This pass belongs to another place or another household.',
  expired: 'The window of this pass has ended.',
  'too-early': 'The window of this pass has not begun.',
  'wrong-code': 'This is not the code of the parcel.',
  'not-ready': 'The parcel is not in your hands yet: accept it first.',
  'outside-policy':
    'The policy in force does not let this through now: params name its version, the clause and the texts it comes from.',
  locked: 'Five wrong codes were tried. The parcel is handed over against its pass only.',
};
