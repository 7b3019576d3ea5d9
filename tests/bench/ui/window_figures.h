// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article.h"
#include "tests/bench/bench.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// What a person waits for in front of the window, measured offscreen. Main thread.
namespace zhida::bench {

/// 50 rows out of the desk file, through the model and the delegate, until they are painted; on `count` tickets.
void paintQueue(const std::filesystem::path& file, std::size_t count, std::vector<Figure>& figures);

/// The workstation on a desk file without a line: from the start until the first rows are painted, the password's check apart.
void startWindow(const std::filesystem::path& file, const std::string& password, std::size_t count,
                 std::vector<Figure>& figures);

/// The questions typed key by key into the search of a desk that has `count` articles: from each key until the list of what it finds
/// is painted. Keys that find nothing are left out.
void typeSearch(std::size_t count, const std::function<domain::Article(std::size_t)>& article,
                const std::vector<std::string>& questions, std::vector<Figure>& figures);

}  // namespace zhida::bench
