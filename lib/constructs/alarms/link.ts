import { Construct } from 'constructs';
import { needsLink, type CellPlan } from '../../plan/model';
import { metric, type MetricId } from '../metrics';
import { alarmName, CellAlarm } from './cell-alarm';

/** Both directions of how many tunnels: any of the two, or each of them. */
const TUNNELS = { 'vpn-down': 'anyTunnel', 'vpn-tunnel': 'everyTunnel' } as const satisfies Record<
  string,
  MetricId
>;
const KINDS = ['vpn-down', 'vpn-tunnel'] as const satisfies (keyof typeof TUNNELS)[];

export interface LinkAlarmsProps {
  readonly cell: CellPlan;
  /** AWS's name of the VPN connection. It has no other: so these stand beside the connection, and go with it. */
  readonly vpnId: string;
}

/** What is watched of a link by VPN. Transit gateways and Direct Connect are kept, and watched, by someone else. */
export class LinkAlarms extends Construct {
  constructor(scope: Construct, id: string, { cell, vpnId }: LinkAlarmsProps) {
    super(scope, id);
    for (const kind of KINDS) {
      new CellAlarm(this, kind, {
        cell,
        kind,
        metric: metric(TUNNELS[kind], { VpnId: vpnId }),
        threshold: 1,
      });
    }
  }
}

/** Whether a VPN is open to the cell today. */
export function overVpn({ id, plan, cell: { link } }: CellPlan): boolean {
  return link !== undefined && 'vpn' in link && needsLink(plan, id);
}

/** Names of the alarms of a cell's link: those that stand beside it, in another stack than the dashboard. */
export function linkAlarmNames(cell: CellPlan): string[] {
  return overVpn(cell) ? KINDS.map((kind) => alarmName(cell, kind)) : [];
}
