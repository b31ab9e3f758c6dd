import { registerHooks } from 'node:module';

// Dials 101 where koffi was left out when the package was installed, and prints the delivery.
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'koffi') throw new Error(`Cannot find package '${specifier}'`);
    return next(specifier, context);
  },
});
const { MicroSip } = await import('../../../../sdk/src/microsip.ts');
const [executable = ''] = process.argv.slice(2);
await using phone = await MicroSip.connect({ backend: 'windows', executable });
process.stdout.write(JSON.stringify(await phone.dial('101')));
