/**
 * One loader at a time in a Neo4j database: a transaction that stays open, holding the write lock of the node `:WhometStore`. Others
 * wait for the lock in the server. When the program that holds it dies, or the server does, the transaction ends and the lock is free
 * at once: there is no clock, no time to live and nothing to clean up.
 */
import type { Driver, Session, Transaction } from "neo4j-driver";
import { UserError } from "../domain/errors.ts";

export class Neo4jLease {
  readonly #session: Session;
  readonly #transaction: Transaction;

  private constructor(session: Session, transaction: Transaction) {
    this.#session = session;
    this.#transaction = transaction;
  }

  /**
   * Takes the lock, waiting for whoever has it for at most `waitMs`. Throws UserError `store-refused` when that is not enough, and
   * what the driver throws when the server does not answer.
   */
  static async take(
    driver: Driver,
    { database, storeId, waitMs }: { database: string; storeId: string; waitMs: number },
  ): Promise<Neo4jLease> {
    const session = driver.session({ database });
    let late: NodeJS.Timeout | undefined;
    try {
      const transaction = await session.beginTransaction({ timeout: 0 });
      // Never committed: only its lock matters.
      const locked = transaction.run("MATCH (s:WhometStore {id: $id}) SET s.held = true", { id: storeId });
      const waited = new Promise<never>((_, reject) => {
        const hint = "Wait until it is done, or stop it.";
        late = setTimeout(() => reject(new UserError("store-refused", "another program is loading into this database", hint)), waitMs);
      });
      await Promise.race([locked, waited]);
      return new Neo4jLease(session, transaction);
    } catch (error) {
      // Closing waits for the statement, which waits for the lock: it ends by itself when the lock is free or the driver is closed.
      void session.close().catch(() => undefined);
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  /** Throws what the driver throws when the lock is lost, because the server or the connection to it went away. */
  async check(): Promise<void> {
    await this.#transaction.run("RETURN 1");
  }

  /** Gives the lock back; one that is lost is no matter. */
  async release(): Promise<void> {
    await this.#transaction.rollback().catch(() => undefined);
    await this.#session.close().catch(() => undefined);
  }
}
