import { check, testRefusals, told, type Edit } from '../base-plan';

const VPN = '{ vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60001 } }';
const TRANSIT = '{ transitGateway: tgw-0a1b2c3d4e5f60002 }';
const ofUs = (link: string): Edit => [VPN, link];
const ofSg = (link: string): Edit => [TRANSIT, link];

testRefusals([
  {
    name: 'a transit gateway of another region',
    edits: [ofUs('{ transitGateway: tgw-0a1b2c3d4e5f60002 } # us')],
    faults: [
      [
        'tgw-0a1b2c3d4e5f60002 } # us',
        'cells.us.link.transitGateway: cell sg has the same gateway, which belongs to one region (found tgw-0a1b2c3d4e5f60002; fix: give each cell the one of its own region and account)',
      ],
    ],
  },
  {
    name: 'a virtual private gateway that attaches to another cell',
    edits: [
      ofSg('{ vpn: { gateway: vgw-0a1b2c3d4e5f60002, customerGateway: cgw-0a1b2c3d4e5f60002 } }'),
      ofUs('{ vpn: { gateway: vgw-0a1b2c3d4e5f60002, customerGateway: cgw-0a1b2c3d4e5f60001 } } # us'),
    ],
    faults: [
      [
        'vgw-0a1b2c3d4e5f60002, customerGateway: cgw-0a1b2c3d4e5f60001',
        'cells.us.link.vpn.gateway: cell sg has the same gateway, which attaches to one network (found vgw-0a1b2c3d4e5f60002; fix: give each cell the one of its own region and account)',
      ],
    ],
  },
  {
    name: 'a customer gateway of another region',
    edits: [
      ofSg('{ vpn: { gateway: vgw-0a1b2c3d4e5f60002, customerGateway: cgw-0a1b2c3d4e5f60009 } }'),
      ofUs('{ vpn: { gateway: vgw-0a1b2c3d4e5f60001, customerGateway: cgw-0a1b2c3d4e5f60009 } } # us'),
    ],
    faults: [
      [
        'cgw-0a1b2c3d4e5f60009 } } # us',
        'cells.us.link.vpn.customerGateway: cell sg has the same gateway, which belongs to one region of one account (found cgw-0a1b2c3d4e5f60009; fix: give each cell the one of its own region and account)',
      ],
    ],
  },
]);

test('a transit gateway may serve two cells of its region, in different accounts', () => {
  const result = check(
    ofUs(TRANSIT),
    ['region: us-east-1', 'region: ap-southeast-1'],
    ['jurisdictions: [US]', 'jurisdictions: [SG]'],
  );
  expect(told(result)).toEqual([]);
});

test('a Direct Connect gateway may serve any number of cells', () => {
  const gateway = '{ directConnectGateway: 5f294f92-bafb-4011-916d-9b0b0a1b2c3d }';
  expect(told(check(ofUs(gateway), ofSg(gateway)))).toEqual([]);
});
