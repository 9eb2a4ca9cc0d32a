export { backUp, type Backup, type BackupOptions } from './back-up.js';
export { bringFiles, keepFiles } from './key-files.js';
export { DATABASES, givenDatabases, type Places } from './places.js';
export { readableBackup, restoreDatabases, type RestoreOptions } from './restore.js';
export { verifyBackup, verifyDatabases, type Verified } from './verify.js';
export { backUpInstallation, restoreInstallation, verifyInstallation, withDatabasesOf } from './installation.js';
