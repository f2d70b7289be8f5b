import { testRefusals } from '../base-plan';

testRefusals([
  {
    name: 'a dataset from nowhere',
    edits: [['topics: { class: personal, from: shop', 'topics: { class: personal, from: shoop']],
    faults: [
      [
        'shoop',
        'datasets.topics.from: the plan has no such database or object store of the source (found "shoop"; allowed: shop, account, feed, drive; fix: did you mean shop?)',
      ],
    ],
  },
  {
    name: 'a dataset from a name that every object has',
    edits: [['files: { class: personal, from: drive', 'files: { class: personal, from: constructor']],
    faults: [
      [
        'constructor',
        'datasets.files.from: the plan has no such database or object store of the source (found "constructor"; allowed: shop, account, feed, drive)',
      ],
    ],
  },
  {
    name: 'a phase of an unknown dataset',
    edits: [['[users, topics, files]', '[users, topic, files]']],
    faults: [
      [
        'topic, files]',
        'phases.second.datasets.1: the plan has no such dataset (found "topic"; allowed: orders, users, topics, files, catalogue; fix: did you mean topics?)',
      ],
    ],
  },
  {
    name: 'a phase that takes over from an unknown cell',
    edits: [['stage: complete', 'from: eu']],
    faults: [['eu }', 'phases.first.from: the plan has no such cell (found "eu"; allowed: sg, us)']],
  },
  {
    name: 'a database and an object store of one name',
    edits: [
      [
        '    drive: { host: 10.8.4.10, bucket: drive, accessKey: domicile, secret: source/drive }\n',
        '    drive: { host: 10.8.4.10, bucket: drive, accessKey: domicile, secret: source/drive }\n    feed: { host: 10.8.4.10, bucket: feed, accessKey: domicile, secret: source/drive }\n',
      ],
    ],
    faults: [
      [
        'feed: { host: 10.8.4.10',
        'source.objects.feed: a database of the source has the same id (fix: rename one of the two)',
      ],
    ],
  },
  {
    name: 'a market listed twice',
    edits: [['markets: [IN, SG], stage', 'markets: [IN, SG, IN], stage']],
    faults: [['IN], stage', 'phases.first.markets.2: listed twice (found IN; fix: remove one of the two)']],
  },
  {
    name: 'a secret named as the cell names its own',
    edits: [['secret: source/feed', 'secret: store/orders']],
    faults: [
      [
        'store/orders',
        'source.databases.feed.secret: a name that cells keep for the logins of stores (allowed: names that begin neither with store/ nor with from/; fix: call it source/…)',
      ],
    ],
  },
  {
    name: 'a dataset listed twice',
    edits: [['[orders, catalogue]', '[orders, orders, catalogue]']],
    faults: [
      [
        'orders, catalogue]',
        'phases.first.datasets.1: listed twice (found orders; fix: remove one of the two)',
      ],
    ],
  },
]);
