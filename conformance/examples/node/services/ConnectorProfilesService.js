"use strict";

const { Problem } = require("../problem");
const state = require("../state");

/** Deletes a connector profile that no flow uses, or by force. */
function DeleteConnectorProfile(scope, { connectorProfileName: name, forceDelete = false }) {
  state.failIfPlanned("DeleteConnectorProfile", scope, name);
  const profile = state.profiles.get(scope, name);
  if (!profile) {
    throw new Problem("ResourceNotFoundException", `Connector profile ${name} does not exist.`);
  }
  const users = state.flows.all().filter((flow) => uses(flow, profile));
  if (users.length > 0 && !forceDelete) {
    throw new Problem(
      "ConflictException",
      `Connector profile: ${name} is associated with one or more flows. If you still want to delete it, ` +
        "make the request with forceDelete as true. Some of the associated flows are: " +
        `[${users
          .slice(0, 5)
          .map((flow) => flow.name)
          .join(", ")}]`,
    );
  }
  state.profiles.remove(scope, name);
}

function uses(flow, profile) {
  return (
    flow.account === profile.account &&
    flow.region === profile.region &&
    flow.status !== "Deleted" &&
    [flow.source, ...flow.destinations].includes(profile.name)
  );
}

module.exports = { DeleteConnectorProfile };
