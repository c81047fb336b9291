"use strict";

const express = require("express");
const { Problem, answerProblem } = require("./problem");
const scopeOf = require("./scope");
const state = require("./state");

const ACCOUNT = /^[0-9]{12}$/;
const REGION = /^[a-z0-9-]{1,64}$/;
const TRIGGERS = ["OnDemand", "Scheduled", "Event"];

/**
 * The part of the state control API (openapi/control.yaml) that makes an implementation testable. Whoever reaches it may
 * use it.
 */
function control({ paths, components: { schemas } }) {
  const isProfileName = named(schemas.DeleteConnectorProfileRequest.properties.connectorProfileName);
  const isFlowName = named(schemas.StopFlowRequest.properties.flowName);
  const statuses = schemas.FlowStatus.enum;
  const operations = Object.values(paths).map(({ post }) => post.operationId);

  const router = express.Router({ caseSensitive: true });
  router.use(express.json({ type: () => true }), (request, response, next) => {
    request.body ??= {};
    next();
  });

  router.put("/connector-profiles", (request, response) => {
    const { name } = request.body;
    check("name", isProfileName(name));
    const profile = { name, ...scope(request) };
    state.profiles.put(profile);
    response.json(profile);
  });

  router.put("/flows", (request, response) => {
    const { name, trigger, status = "Active", source, destinations = [] } = request.body;
    check("name", isFlowName(name));
    check("trigger", TRIGGERS.includes(trigger));
    check("status", statuses.includes(status));
    check("source", source === undefined || isProfileName(source));
    check(
      "destinations",
      Array.isArray(destinations) && destinations.every((destination) => isProfileName(destination)),
    );
    const flow = { name, ...scope(request), trigger, status, source, destinations };
    state.flows.put(flow);
    response.json(flow);
  });

  router.post("/describe", (request, response) => {
    const { connectorProfileName, flowName } = request.body;
    response.json(
      connectorProfileName === undefined && flowName === undefined
        ? { connectorProfiles: state.profiles.all(), flows: state.flows.all() }
        : selected(request),
    );
  });

  router.post("/remove", (request, response) => {
    const removed = selected(request);
    removed.connectorProfiles.forEach((profile) => state.profiles.remove(profile, profile.name));
    removed.flows.forEach((flow) => state.flows.remove(flow, flow.name));
    response.json(removed);
  });

  router.post("/reset", (request, response) => {
    state.reset();
    response.json({ connectorProfiles: [], flows: [] });
  });

  router.post("/faults", (request, response) => {
    const { operation, name, error, message, times = 1, ...rest } = request.body;
    check("operation", operations.includes(operation));
    check("name", typeof name === "string");
    check("error", Problem.isType(error));
    check("times", Number.isInteger(times) && times >= 0);
    const { account, region, ...others } = rest;
    const [other] = Object.keys(others);
    check(other, other === undefined);
    const fault = { operation, name, ...scope(request), error, message, times };
    state.plan(fault);
    response.json(fault);
  });

  router.use(() => {
    throw new Problem("UnknownOperationException", "There is nothing to control at this path.");
  });
  router.use(answerProblem);
  return router;
}

function check(member, valid) {
  if (!valid) {
    throw new Problem("ValidationException", `Member ${member} is missing, wrong, or not offered here.`);
  }
}

/** Tells what the contract lets a name be. */
function named({ maxLength, pattern }) {
  const whole = new RegExp(pattern, "u");
  return (name) => typeof name === "string" && [...name].length <= maxLength && whole.test(name);
}

/** Account and region of a body are the caller's where they are absent. */
function scope(request) {
  const { account, region } = { ...scopeOf(request), ...request.body };
  check("account", typeof account === "string" && ACCOUNT.test(account));
  check("region", typeof region === "string" && REGION.test(region));
  return { account, region };
}

function selected(request) {
  const { connectorProfileName, flowName } = request.body;
  const profile = state.profiles.get(scope(request), connectorProfileName);
  const flow = state.flows.get(scope(request), flowName);
  return {
    connectorProfiles: profile ? [profile] : [],
    flows: flow ? [flow] : [],
  };
}

module.exports = control;
