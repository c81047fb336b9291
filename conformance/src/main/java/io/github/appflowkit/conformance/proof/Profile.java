package io.github.appflowkit.conformance.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A connector profile. */
record Profile(Scope scope, String name) {

    ObjectNode toJson() {
        return Json.object().put("name", name).put("account", scope.account()).put("region", scope.region());
    }
}
