export { configurationDocument } from './settings/document.js';
export { problemOf, realIssuerIn, setting, settingNames, unknownSettings, type RealIssuer } from './settings/read.js';
export { SETTINGS, type Environment, type Setting, type SettingName } from './settings/schema.js';
export { TROUBLES, type TroubleCode } from './troubles/catalogue.js';
export { troublesDocument } from './troubles/document.js';
export { explain, knownTrouble, trouble, Trouble } from './troubles/trouble.js';
