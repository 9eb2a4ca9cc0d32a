export { configurationDocument } from './settings/document.js';
export { problemOf, realIssuerIn, setting, settingNames, unknownSettings, type RealIssuer } from './settings/read.js';
export { SETTINGS, type Environment, type Setting, type SettingName } from './settings/schema.js';
export { TROUBLES, type TroubleCode } from './troubles/catalogue.js';
export { watchMemory } from './troubles/memory-watch.js';
export { memoryLimits, memoryTrouble, type MemoryLimits } from './troubles/memory.js';
export { troublesDocument } from './troubles/document.js';
export { explain, knownTrouble, trouble, Trouble } from './troubles/trouble.js';
