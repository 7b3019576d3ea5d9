// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/rng.h"
#include "model/domain/ticket.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// What every benchmark shares: made-up tickets, a folder that goes away, figures beside their limits.
/// Figures come from one machine at one moment: compare a figure with its limit of the same run, not with another run.
namespace zhida::bench {

/// One figure, and what the machine can do at best in the same run (0: there is no such limit).
struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    std::string limitName;
    double limit = 0;
};

/// Prints a table, or with --json one object {"bench","figures":[{"name","value","unit","limit","limitName","ratio"}]}.
void print(std::string_view bench, const std::vector<Figure>& figures, bool json);

/// "--json" and "--name value" of the command line; a name that is not in `known` ends the program with 2.
class Arguments {
public:
    Arguments(int argc, char** argv, std::vector<std::string> known);
    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] std::string text(std::string_view name, std::string fallback) const;
    [[nodiscard]] std::size_t number(std::string_view name, std::size_t fallback) const;

private:
    bool m_json = false;
    std::vector<std::pair<std::string, std::string>> m_values;
};

/// A new folder under the temporary one; removed with everything in it.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::filesystem::path path(std::string_view name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

/// Ticket `index` of a made-up centre: about 1 kB on the wire, other words, places, units and times for each index.
domain::Ticket makeTicket(std::size_t index);

/// Wall seconds that `work` takes.
double secondsOf(const std::function<void()>& work);
/// Processor seconds of this thread that `work` takes: other programs do not disturb it.
double cpuSecondsOf(const std::function<void()>& work);
/// Value at `share` (0…1) of the samples; sorts them.
double percentile(std::vector<double>& samples, double share);

}  // namespace zhida::bench
