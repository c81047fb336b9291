package io.github.appflowkit.server.http.state;

import io.github.appflowkit.contract.control.model.FaultDocument;
import io.github.appflowkit.contract.control.model.PlannedFault;
import io.github.appflowkit.server.account.Scope;
import io.github.appflowkit.server.control.FaultPlan;
import io.github.appflowkit.server.http.json.ContractValidator;
import io.github.appflowkit.server.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the faults that a server starts with from a file. */
public final class FaultsFile {
    private final FormFile file;
    private final FaultForm form;

    public FaultsFile(Path path, Scope defaults) {
        this.file = new FormFile("Faults file", path);
        this.form = new FaultForm(defaults);
    }

    /**
     * Reads and checks the file.
     *
     * @throws FormFileException if it is not a valid document of faults
     */
    public List<FaultPlan> read(ContractValidator validator) {
        List<FaultPlan> plans = new ArrayList<>();
        for (PlannedFault fault : file.read(FaultDocument.class, validator).getFaults()) {
            try {
                plans.add(form.plan(fault));
            } catch (Problem e) {
                throw file.refused("faults[%d]: %s".formatted(plans.size(), e.getMessage()));
            }
        }
        return plans;
    }
}
