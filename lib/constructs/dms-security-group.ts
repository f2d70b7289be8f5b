import { CfnSecurityGroupIngress, Peer, Port, SecurityGroup } from 'aws-cdk-lib/aws-ec2';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { CellPlan } from '../plan/model';
import { PUBLIC } from '../plan/ipv4';
import { serversOfMoves, type Server } from '../plan/servers';
import type { Cluster, Clusters } from './aurora-stores';
import type { DatabaseMove } from './database-moves';

export interface DmsSecurityGroupProps {
  readonly cell: CellPlan;
  readonly vpc: IVpc;
  readonly moves: readonly DatabaseMove[];
  readonly clusters: Clusters;
}

/**
 * Where replications may connect to: the servers they read from, the clusters they write to, the VPC's own endpoints.
 * Nothing connects to them.
 */
export class DmsSecurityGroup extends SecurityGroup {
  constructor(scope: Construct, id: string, { cell, vpc, moves, clusters }: DmsSecurityGroupProps) {
    super(scope, id, { vpc, description: `${cell.id}: replications`, allowAllOutbound: false });
    this.addEgressRule(Peer.ipv4(cell.cell.cidr), Port.tcp(443), 'AWS services inside the cell');
    const read = moves.map(({ move }) => move);
    const fromSource = read.filter(({ from }) => from === undefined);
    const fromCells = read.filter(({ from }) => from !== undefined);
    this.openTo(serversOfMoves(cell.plan, fromSource), 'databases at the source');
    this.openTo(serversOfMoves(cell.plan, fromCells), 'stores of another cell');
    for (const dataset of new Set(moves.map(({ holding }) => holding.id))) {
      const cluster = clusters.get(dataset);
      if (cluster !== undefined) this.open(dataset, cluster);
    }
  }

  private openTo(servers: readonly Server[], what: string): void {
    for (const { range, port } of servers) this.addEgressRule(Peer.ipv4(range), Port.tcp(port), what);
  }

  /** Both sides of a way to a cluster. The cluster's is made here too, so that it goes with the replication. */
  private open(dataset: string, { securityGroup, port }: Cluster): void {
    this.addEgressRule(
      Peer.securityGroupId(securityGroup.securityGroupId),
      Port.tcp(port),
      `store of ${dataset}`,
    );
    new CfnSecurityGroupIngress(this, `to ${dataset}`, {
      groupId: securityGroup.securityGroupId,
      sourceSecurityGroupId: this.securityGroupId,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      description: 'replications',
    });
  }
}

/**
 * The way to DynamoDB's gateway endpoint, for the replications that need it. The endpoint's addresses are a prefix
 * list whose id differs by region, and that neither CloudFormation nor an offline synthesis can look up. So the rules name
 * every public address: a link leads to private and carrier-shared ones alone, which the plan's rules see to, so that
 * nothing of the source or of another cell is among them. Of public addresses the routes of the cell, which has no way to
 * the internet, leave the gateway endpoints, and their policies leave the organization's own tables.
 */
export class DynamoDbSecurityGroup extends SecurityGroup {
  constructor(scope: Construct, id: string, { cell, vpc }: Pick<DmsSecurityGroupProps, 'cell' | 'vpc'>) {
    super(scope, id, { vpc, description: `${cell.id}: replications to DynamoDB`, allowAllOutbound: false });
    for (const range of PUBLIC)
      this.addEgressRule(Peer.ipv4(range), Port.tcp(443), 'DynamoDB through the gateway endpoint');
  }
}
