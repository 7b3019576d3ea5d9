// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/scratch_file.h"

#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace zhida::simulation {
namespace {

namespace fs = std::filesystem;

fs::path fastestFolder() {
    const fs::path inMemory = "/dev/shm";
    return ::access(inMemory.c_str(), W_OK | X_OK) == 0 ? inMemory : fs::temp_directory_path();
}

fs::path with(const fs::path& path, const char* suffix) { return path.string() + suffix; }

}  // namespace

ScratchFile::ScratchFile() {
    std::string name = (fastestFolder() / "zhida-simulation-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder for the files of a run");
    }
    m_folder = name;
}

ScratchFile::~ScratchFile() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void ScratchFile::copyTo(const std::string& name) {
    for (const char* suffix : {"", "-wal"}) {
        fs::remove(with(m_folder / name, suffix));
        if (fs::exists(with(path(), suffix))) {
            fs::copy_file(with(path(), suffix), with(m_folder / name, suffix));
        }
    }
}

void ScratchFile::copyFrom(const std::string& name) {
    fs::remove(with(path(), "-shm"));
    for (const char* suffix : {"", "-wal"}) {
        fs::remove(with(path(), suffix));
        if (fs::exists(with(m_folder / name, suffix))) {
            fs::copy_file(with(m_folder / name, suffix), with(path(), suffix));
        }
    }
}

}  // namespace zhida::simulation
