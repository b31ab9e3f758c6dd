// npm run bundle -w extension [-- --production]
import { bundleExtension } from './bundle.ts';

await bundleExtension({ production: process.argv.includes('--production') });
