/** The import rules of the workspace; `planted.spec.ts` breaks each one and sees it told. */
const library = (names) => `(^|/)libs/(${names})/|^@baogong/(${names})$`;
const npm = (name) => `(^|/)node_modules/${name}/|^${name}$`;
const notSpecs = '\\.spec\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'services-keep-apart',
      comment: 'services share libs/contracts only',
      severity: 'error',
      from: { path: '(^|/)services/([^/]+)/' },
      to: {
        path: '(^|/)services/[^/]+/|^@baogong/(orders|inventory|delivery|oversight)$',
        pathNot: '(^|/)services/$2/',
      },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '(^|/)services/([^/]+)/src/domain/', pathNot: notSpecs },
      to: { pathNot: `(^|/)services/$2/src/domain/|${library('decider|kernel|passes')}` },
    },
    {
      name: 'passes-for-delivery-only',
      severity: 'error',
      from: { path: '(^|/)services/(?!delivery/)[^/]+/' },
      to: { path: library('passes') },
    },
    {
      name: 'application-looks-inwards',
      severity: 'error',
      from: { path: '(^|/)services/[^/]+/src/application/', pathNot: notSpecs },
      to: { path: `(^|/)src/(adapters|read-models)/|${npm('@nestjs/[^/]+')}|${npm('typeorm')}` },
    },
    {
      name: 'adapters-keep-apart',
      severity: 'error',
      from: { path: '(^|/)services/[^/]+/src/adapters/([^/]+)/', pathNot: notSpecs },
      to: { path: '(^|/)src/adapters/', pathNot: '(^|/)src/adapters/$2/' },
    },
    {
      name: 'kafkajs-behind-the-port',
      comment: 'but for what the bench compares with, and what puts raw records into topics to break them',
      severity: 'error',
      from: { pathNot: '(^|/)libs/(event-pipe|testing)/|(^|/)infra/bench/peers/|(^|/)infra/faults/src/faults/topics' },
      to: { path: npm('kafkajs') },
    },
    {
      name: 'pg-behind-the-store',
      severity: 'error',
      from: {
        path: '(^|/)(libs|services)/',
        pathNot:
          '(^|/)libs/(event-store|testing)/|(^|/)src/adapters/postgres/|(^|/)(services|libs)/[^/]+/test/|\\.spec\\.ts$',
      },
      to: { path: npm('pg'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-libraries-stay-pure',
      severity: 'error',
      from: { path: '(^|/)libs/(decider|duties|kernel)/src/', pathNot: notSpecs },
      to: { path: 'node:|^(fs|crypto|path|os)$|(^|/)node_modules/', pathNot: npm('@noble/hashes') },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: '(^|/)dist/.*\\.js$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};
