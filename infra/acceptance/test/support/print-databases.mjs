import { installedDatabases } from '@baogong/start';

// A process of its own: whoever asks need not load the whole of Baogong into a test.
process.stdout.write(JSON.stringify(installedDatabases(process.argv[2])));
