// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace zhida::simulation {

/// A database file in a folder of its own, in main memory where the system has such a place. Gone with the object.
class ScratchFile {
public:
    ScratchFile();
    ~ScratchFile();
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;

    [[nodiscard]] std::filesystem::path path() const { return m_folder / "data.db"; }

    /// What a killed process leaves is what the files hold at this moment …
    void keep() { copyTo("kept"); }
    /// … and not what closing them in good order makes of them. After keep(), with nothing open.
    void putBack() { copyFrom("kept"); }

    /// The file as it is, under another name in the same folder; nothing may be in the middle of a transaction.
    void copyTo(const std::string& name);
    /// The file becomes what that copy is. With nothing open.
    void copyFrom(const std::string& name);

private:
    std::filesystem::path m_folder;
};

}  // namespace zhida::simulation
