/** Sigma, but it can be told to leave on the screen what is there: its programs then draw nothing, and this clears nothing. */
import Sigma from "sigma";
import type { NetworkEdge, NetworkNode } from "./network.ts";

export class HoldableSigma extends Sigma<NetworkNode, NetworkEdge> {
  isHeld = false;

  override clear(): this {
    return this.isHeld ? this : super.clear();
  }
}
