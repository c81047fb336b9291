"use strict";

const { Problem } = require("../problem");
const state = require("../state");

/** Suspends a flow that runs on a schedule or on events. */
function StopFlow(scope, { flowName: name }) {
  state.failIfPlanned("StopFlow", scope, name);
  const flow = state.flows.get(scope, name);
  if (!flow || flow.status === "Deleted") {
    throw new Problem("ResourceNotFoundException", `Flow ${name} does not exist.`);
  }
  if (flow.trigger === "OnDemand") {
    throw new Problem("UnsupportedOperationException", `Flow ${name} cannot be stopped: it runs on demand.`);
  }
  if (["Draft", "Deprecated"].includes(flow.status)) {
    throw new Problem("ConflictException", `Flow ${name} cannot be stopped: its status is ${flow.status}.`);
  }
  flow.status = "Suspended";
  return {
    flowArn: `arn:aws:appflow:${flow.region}:${flow.account}:flow/${flow.name}`,
    flowStatus: flow.status,
  };
}

module.exports = { StopFlow };
