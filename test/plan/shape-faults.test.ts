import { testRefusals } from './base-plan';

testRefusals([
  {
    name: 'an unknown key near a known one',
    edits: [['region: us-east-1', 'regoin: us-east-1']],
    faults: [
      [
        'regoin',
        'cells.us.regoin: unknown key (allowed: region, account, cidr, markets, domain, zone, zones, link, agents, viewers, signer; fix: did you mean region?)',
      ],
    ],
  },
  {
    name: 'a password, without being repeated,',
    edits: [['secret: source/shop,', 'secret: source/shop, password: hunter2,']],
    faults: [
      [
        'password',
        'source.databases.shop.password: unknown key (allowed: engine, host, port, database, secret, tls, ca; fix: keep secrets out of the plan: name one with secret, and fill it in the cell)',
      ],
    ],
  },
  {
    name: 'an unknown market',
    edits: [['markets: [IN, SG]\n    domain', 'markets: [IX, SG]\n    domain']],
    faults: [
      [
        'IX',
        'cells.sg.markets.0: not a country code that is in use (found "IX"; allowed: ISO 3166-1 alpha-2 codes, or rest; fix: did you mean AX or CX or ID?)',
      ],
    ],
  },
  {
    name: 'a single market outside a list',
    edits: [['markets: all', 'markets: IN']],
    faults: [
      [
        'IN\n',
        'phases.second.markets: not a list (found "IN"; allowed: all, rest, or a list; fix: write it as a list: [IN])',
      ],
    ],
  },
  {
    name: 'an unknown region',
    edits: [['us-east-1', 'us-eest-1']],
    faults: [
      [
        'us-eest-1',
        'cells.us.region: not one of the values allowed here (found "us-eest-1"; allowed: af-south-1, ap-east-1, ap-east-2, ap-northeast-1, ap-northeast-2, ap-northeast-3, ap-south-1, ap-south-2, ap-southeast-1, ap-southeast-2, ap-southeast-3, ap-southeast-4 and 22 more; fix: did you mean us-east-1 or us-west-1 or us-east-2?)',
      ],
    ],
  },
  {
    name: 'a region of the Chinese partition',
    edits: [['us-east-1', 'cn-north-1']],
    faults: [
      [
        'cn-north-1',
        'cells.us.region: not one of the values allowed here (found "cn-north-1"; allowed: af-south-1, ap-east-1, ap-east-2, ap-northeast-1, ap-northeast-2, ap-northeast-3, ap-south-1, ap-south-2, ap-southeast-1, ap-southeast-2, ap-southeast-3, ap-southeast-4 and 22 more; fix: did you mean eu-north-1?)',
      ],
    ],
  },
  {
    name: 'an unknown engine',
    edits: [['engine: mysql', 'engine: oracle']],
    faults: [
      [
        'oracle',
        'source.databases.shop.engine: not one of the values allowed here (found "oracle"; allowed: mysql, mariadb, postgresql, mongodb; fix: write one of these)',
      ],
    ],
  },
  {
    name: 'an unknown stage',
    edits: [['stage: complete', 'stage: done']],
    faults: [
      [
        'done',
        'phases.first.stage: not one of the values allowed here (found "done"; allowed: planned, replicating, cutover, complete, retired, or a map; fix: write one of these)',
      ],
    ],
  },
  {
    name: 'an unknown stage of one cell',
    edits: [['sg: cutover', 'sg: cutovr']],
    faults: [
      [
        'cutovr',
        'phases.second.stage.sg: not one of the values allowed here (found "cutovr"; allowed: planned, replicating, cutover, complete, retired; fix: did you mean cutover?)',
      ],
    ],
  },
  {
    name: 'a stage that is a number',
    edits: [['stage: complete', 'stage: 4']],
    faults: [
      [
        '4 }',
        'phases.first.stage: not one of the values allowed here (found 4; allowed: planned, replicating, cutover, complete, retired, or a map; fix: write one of these)',
      ],
    ],
  },
  {
    name: 'an account number without quotes',
    edits: [["'111111111111'", '111111111111']],
    faults: [
      [
        '111111111111',
        'cells.us.account: not text (found 111111111111; allowed: a 12-digit AWS account id, in quotes; fix: put it in quotes)',
      ],
    ],
  },
  {
    name: 'an account number of eleven digits',
    edits: [["'111111111111'", "'11111111111'"]],
    faults: [
      [
        "'11111111111'",
        'cells.us.account: malformed (found "11111111111"; allowed: a 12-digit AWS account id, in quotes)',
      ],
    ],
  },
  {
    name: 'a link of no known kind',
    edits: [
      ['{ vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }', '{ cable: x }'],
    ],
    faults: [
      [
        'link: { cable',
        'cells.us.link: not one of the forms this can have (found cable; allowed: exactly one of transitGateway, vpn, directConnectGateway)',
      ],
    ],
  },
  {
    name: 'a link of two kinds at once',
    edits: [
      [
        '{ vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }',
        '{ vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 }, transitGateway: tgw-0a1b2c3d4e5f60001 }',
      ],
    ],
    faults: [
      [
        'link: { vpn',
        'cells.us.link: not one of the forms this can have (found vpn, transitGateway; allowed: exactly one of transitGateway, vpn, directConnectGateway)',
      ],
    ],
  },
  {
    name: 'a link whose id is of another kind',
    edits: [['vgw-0a1b2c3d4e5f60001', 'tgw-0a1b2c3d4e5f60001']],
    faults: [
      [
        'tgw-0a1b2c3d4e5f60001',
        'cells.us.link.vpn.gateway: malformed (found "tgw-0a1b2c3d4e5f60001"; allowed: a virtual private gateway id, vgw-…)',
      ],
    ],
  },
  {
    name: 'a table without a market column',
    edits: [['{ market: land, key: [id, line] }', '{ key: [id, line] }']],
    faults: [
      [
        'order_item',
        'datasets.orders.tables.order_item.market: missing (allowed: column that holds the market code; it must never change; fix: add market)',
      ],
    ],
  },
  {
    name: 'a table without a key',
    edits: [['{ market: land, key: [id, line] }', '{ market: land }']],
    faults: [
      [
        'order_item',
        'datasets.orders.tables.order_item.key: missing (allowed: columns of the primary key, in order; fix: add key)',
      ],
    ],
  },
  {
    name: 'a table that is some other word',
    edits: [['product: all', 'product: some']],
    faults: [
      [
        'some',
        'datasets.catalogue.tables.product: not one of the values allowed here (found "some"; allowed: all, or { market, key }; fix: write one of these)',
      ],
    ],
  },
  {
    name: "a secret's value in place of its name",
    edits: [['secret: source/shop', 'secret: tr0ub4dor-3']],
    faults: [
      [
        'tr0ub4dor-3',
        'source.databases.shop.secret: looks like a secret’s value where its name belongs (found a text of 11 characters, not shown; allowed: the name of a secret in lower case and with a slash, such as source/shop; never its value; fix: put the value into the cell’s secret once it is deployed; if it is a real one, change it first)',
      ],
    ],
  },
  {
    name: 'a secret that is a number',
    edits: [['secret: source/shop', 'secret: 12345678']],
    faults: [
      [
        '12345678',
        'source.databases.shop.secret: looks like a secret’s value where its name belongs (found a number, not shown; allowed: the name of a secret in lower case and with a slash, such as source/shop; never its value; fix: put the value into the cell’s secret once it is deployed; if it is a real one, change it first)',
      ],
    ],
  },
  {
    name: 'a missing part',
    edits: [['  country: CN\n', '']],
    faults: [['source:', 'source.country: missing (fix: add country)']],
  },
  {
    name: 'an id with capitals',
    edits: [
      ['  topics: {', '  Topics: {'],
      ['users, topics, files', 'users, files'],
    ],
    faults: [
      [
        'Topics',
        'datasets.Topics: not a usable name (found "Topics"; allowed: an id: a lower-case letter, then letters, digits and single hyphens, at most 20 characters in all)',
      ],
    ],
  },
  {
    name: 'an empty list',
    edits: [['datasets: [orders, catalogue]', 'datasets: []']],
    faults: [
      [
        'datasets: []',
        'phases.first.datasets: too small (found an empty list; allowed: at least 1 in the list)',
      ],
    ],
  },
  {
    name: 'a list where a text belongs',
    edits: [['host: 10.8.1.10', 'host: [10.8.1.10]']],
    faults: [
      [
        'host: [10.8.1.10]',
        'source.databases.shop.host: not text (found a list; allowed: a host name or an IPv4 address)',
      ],
    ],
  },
  {
    name: 'an address that is no e-mail',
    edits: [['homes@example.com', 'nobody']],
    faults: [['nobody', 'alarms.0: malformed (found "nobody"; allowed: an e-mail address)']],
  },
  {
    name: 'a port beyond all ports',
    edits: [['host: 10.8.1.10', 'host: 10.8.1.10, port: 70000']],
    faults: [['70000', 'source.databases.shop.port: too large (found 70000; allowed: at most 65535)']],
  },
  {
    name: 'a login in a host',
    edits: [['host: 10.8.1.10', "host: 'mysql://root:hunter2@10.8.1.10'"]],
    faults: [
      [
        "'mysql://",
        'source.databases.shop.host: malformed (found a text of 30 characters, not shown; allowed: a host name or an IPv4 address)',
      ],
    ],
  },
  {
    name: 'a list of viewers that lets nobody in',
    edits: [['    link: { vpn', '    viewers: []\n    link: { vpn']],
    faults: [
      ['viewers', 'cells.us.viewers: too small (found an empty list; allowed: at least 1 in the list)'],
    ],
  },
  {
    name: 'a prefix that is a wildcard',
    edits: [['prefix: files/', "prefix: '*'"]],
    faults: [
      [
        "'*' }",
        'datasets.files.prefix: malformed (found "*"; allowed: folders of letters, digits, dots, underscores and hyphens, each ended by a slash, such as shop/)',
      ],
    ],
  },
  {
    name: 'a prefix that begins with a slash',
    edits: [['prefix: files/', 'prefix: /files/']],
    faults: [
      [
        '/files/ }',
        'datasets.files.prefix: malformed (found "/files/"; allowed: folders of letters, digits, dots, underscores and hyphens, each ended by a slash, such as shop/)',
      ],
    ],
  },
  {
    name: 'a prefix that ends in no slash',
    edits: [['prefix: files/', 'prefix: files']],
    faults: [
      [
        'files }',
        'datasets.files.prefix: malformed (found "files"; allowed: folders of letters, digits, dots, underscores and hyphens, each ended by a slash, such as shop/)',
      ],
    ],
  },
  {
    name: 'a prefix that climbs out of its folder',
    edits: [['prefix: files/', 'prefix: files/../']],
    faults: [
      [
        'files/../ }',
        'datasets.files.prefix: malformed (found "files/../"; allowed: folders of letters, digits, dots, underscores and hyphens, each ended by a slash, such as shop/)',
      ],
    ],
  },
  {
    name: 'a prefix of 202 characters',
    edits: [['prefix: files/', `prefix: ${'a/'.repeat(101)}`]],
    faults: [
      [
        'a/a/',
        `datasets.files.prefix: too large (found "${'a/'.repeat(29)}…"; allowed: at most 200 characters)`,
      ],
    ],
  },
  {
    name: 'an object path with a wildcard',
    edits: [['bucket: drive,', 'bucket: drive, path: "{market}/*/",']],
    faults: [
      [
        '"{market}/*/"',
        'source.objects.drive.path: malformed (found "{market}/*/"; allowed: folders of letters, digits, dots, underscores, hyphens and {market}, each ended by a slash, such as {market}/)',
      ],
    ],
  },
  {
    name: 'an object path with another placeholder',
    edits: [['bucket: drive,', 'bucket: drive, path: "{country}/",']],
    faults: [
      [
        '"{country}/"',
        'source.objects.drive.path: malformed (found "{country}/"; allowed: folders of letters, digits, dots, underscores, hyphens and {market}, each ended by a slash, such as {market}/)',
      ],
    ],
  },
  {
    name: 'an object path that climbs out of its folder',
    edits: [['bucket: drive,', 'bucket: drive, path: "../{market}/",']],
    faults: [
      [
        '"../{market}/"',
        'source.objects.drive.path: malformed (found "../{market}/"; allowed: folders of letters, digits, dots, underscores, hyphens and {market}, each ended by a slash, such as {market}/)',
      ],
    ],
  },
  {
    name: 'an object path of 202 characters',
    edits: [['bucket: drive,', `bucket: drive, path: "{market}/${'a/'.repeat(97)}",`]],
    faults: [
      [
        '"{market}/',
        `source.objects.drive.path: too large (found "{market}/${'a/'.repeat(24)}a…"; allowed: at most 200 characters)`,
      ],
    ],
  },
]);
