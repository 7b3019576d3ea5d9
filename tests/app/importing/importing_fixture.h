// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/import_job.h"
#include "tests/support/scratch_folder.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace zhida::importing {

using test::ScratchFolder;

/// Keeps what it is given, by the identity of each item, like a centre.
class MemorySink final : public ImportSink {
public:
    Result<Reference> reference() override { return known; }
    Result<PutCounts> put(std::vector<Item> items) override {
        if (refuseAll) {
            return Error("db.full");
        }
        PutCounts counts;
        for (Item& item : items) {
            const auto [it, fresh] = stored.try_emplace(keyOf(item), item);
            ++(fresh ? counts.added : it->second == item ? counts.unchanged : counts.changed);
            it->second = std::move(item);
        }
        ++batches;
        return counts;
    }

    template <class T>
    [[nodiscard]] std::vector<T> all() const {
        std::vector<T> list;
        for (const auto& [key, item] : stored) {
            list.push_back(std::get<T>(item));
        }
        return list;
    }
    template <class T>
    [[nodiscard]] T only() const {
        if (stored.size() != 1) {
            throw std::runtime_error("not one item but " + std::to_string(stored.size()));
        }
        return std::get<T>(stored.begin()->second);
    }
    [[nodiscard]] const domain::Ticket& ticketOf(const std::string& sourceId) const {
        for (const auto& [key, item] : stored) {
            if (std::get<domain::Ticket>(item).sourceId == sourceId) {
                return std::get<domain::Ticket>(item);
            }
        }
        throw std::runtime_error("no ticket of " + sourceId);
    }

    Reference known;
    std::map<std::string, Item> stored;
    int batches = 0;
    bool refuseAll = false;

private:
    static std::string keyOf(const Item& item) {
        if (const auto* ticket = std::get_if<domain::Ticket>(&item)) {
            return ticket->id.text();
        }
        if (const auto* article = std::get_if<domain::Article>(&item)) {
            return article->key;
        }
        if (const auto* holiday = std::get_if<domain::Holiday>(&item)) {
            return holiday->date;
        }
        if (const auto* service = std::get_if<domain::ServiceItem>(&item)) {
            return service->code;
        }
        if (const auto* agent = std::get_if<Agent>(&item)) {
            return agent->profile.user.value;
        }
        if (const auto* category = std::get_if<domain::Category>(&item)) {
            return category->code.value;
        }
        if (const auto* region = std::get_if<domain::Region>(&item)) {
            return region->code.value;
        }
        return std::get<domain::Unit>(item).code.value;
    }
};

/// One import with what was said about its lines: "3 time.reversed", refusals with "!" in front.
struct ImportRun {
    Result<ImportCounts> counts{Error("not run")};
    std::vector<std::string> said;
    std::vector<Error> errors;  ///< the same, whole

    [[nodiscard]] bool saidOf(const std::string& text) const {
        for (const std::string& each : said) {
            if (each == text) {
                return true;
            }
        }
        return false;
    }
};

inline ImportRun runOn(ImportSink& sink, const ImportOptions& options) {
    ImportRun run;
    run.counts = runImport(options, sink, [&run](std::size_t line, const Error& what, bool refused) {
        run.said.push_back((refused ? "!" : "") + std::to_string(line) + " " + what.code);
        run.errors.push_back(what);
    });
    return run;
}

}  // namespace zhida::importing
